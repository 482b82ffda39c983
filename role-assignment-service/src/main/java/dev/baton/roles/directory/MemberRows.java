package dev.baton.roles.directory;

import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.contract.member.SlotEvent.SlotConfirmed;
import dev.baton.contract.member.SlotEvent.SlotReleased;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps [Members] and their slots as the facts have it, within their commit.
@Component
@ProcessingGroup(CommittedRows.GROUP)
class MemberRows {
    private static final String OCCURRED_AT = "occurredat";

    /// An absence that is said again lasts until another day, and is the same; so is one that began anew in the moment
    /// in which it had ended.
    private static final String IS_AWAY = """
            insert into departure (role, member, cause, departed_at, away_until, deals)
            select person.role, person.member, 'ABSENT', person.away_since, person.away_until,
                   (select count(*) from responsibility held
                    where held.role = person.role and held.member = person.member and held.ended_at is null)
            from member_directory person where person.role = ? and person.member = ?
            on conflict (role, member, cause, departed_at) do update set
                away_until = excluded.away_until, back_at = null""";

    private final RowsOfCommit rows;

    MemberRows(RowsOfCommit rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(MemberJoined joined, @Timestamp Instant at) {
        rows.change(
                joined.member(),
                """
                insert into member_directory
                    (role, member, name, capacity, territories, skills, languages, manager, started_at, availability,
                     presence_turn)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'AVAILABLE', nextval('presence_turn'))
                on conflict (role, member) do update set
                    name = excluded.name, capacity = excluded.capacity, territories = excluded.territories,
                    skills = excluded.skills, languages = excluded.languages, manager = excluded.manager,
                    started_at = excluded.started_at, availability = 'AVAILABLE',
                    away_since = null, away_until = null, missed = 0, departed = false,
                    presence_turn = excluded.presence_turn""",
                joined.role().name(),
                joined.member(),
                joined.name(),
                joined.capacity(),
                array(joined.territories()),
                array(joined.skills()),
                array(joined.languages()),
                joined.manager(),
                timestamp(joined.started() == null ? at : beginning(joined.started())));
        cameBack(joined, at);
    }

    /// What they still hold then is theirs again, and what they are given from then on has nothing to do with it.
    private void cameBack(MemberJoined joined, Instant at) {
        rows.change(joined.member(), """
                update departure set back_at = ?, kept =
                    (select count(*) from responsibility held
                     where held.role = departure.role and held.member = departure.member and held.ended_at is null)
                where role = ? and member = ? and cause = 'DEPARTED' and back_at is null""", timestamp(at), joined.role().name(), joined.member());
    }

    @EventHandler
    void on(ProfileChanged changed, @SourceId String stream) {
        update(
                stream,
                "name = ?, territories = ?, skills = ?, languages = ?, manager = ?,"
                        + " started_at = coalesce(?, started_at)",
                changed.name(),
                array(changed.territories()),
                array(changed.skills()),
                array(changed.languages()),
                changed.manager(),
                timestamp(changed.started() == null ? null : beginning(changed.started())));
    }

    @EventHandler
    void on(CapacityChanged changed, @SourceId String stream) {
        update(stream, "capacity = ?", changed.capacity());
    }

    /// Who stays away for longer than they said has been away all the while.
    @EventHandler
    void on(AvailabilityChanged changed, @SourceId String stream, @Timestamp Instant at) {
        boolean away = changed.availability() == Availability.ABSENT;
        update(
                stream,
                "away_since = case when ? then coalesce(case when availability = 'ABSENT' then away_since end, ?) end,"
                        + " availability = ?, away_until = ?, missed = 0, presence_turn = nextval('presence_turn')",
                away,
                timestamp(at),
                changed.availability().name(),
                timestamp(changed.until()));
        StreamId person = StreamId.parse(stream);
        if (away) {
            rows.change(person.id(), IS_AWAY, role(person), person.id());
        } else {
            isBack(person, at);
        }
    }

    private void isBack(StreamId person, Instant at) {
        rows.change(
                person.id(),
                "update departure set back_at = ? where role = ? and member = ? and cause = 'ABSENT' and back_at is null",
                timestamp(at),
                role(person),
                person.id());
    }

    @EventHandler
    void on(MemberDeparted departed, @SourceId String stream, @Timestamp Instant at) {
        update(stream, "departed = true, presence_turn = nextval('presence_turn')");
        StreamId person = StreamId.parse(stream);
        isBack(person, at);
        rows.change(person.id(), """
                insert into departure (role, member, departed_at, deals)
                select person.role, person.member, ?,
                       (select count(*) from responsibility held
                        where held.role = person.role and held.member = person.member and held.ended_at is null)
                from member_directory person where person.role = ? and person.member = ?
                on conflict (role, member, cause, departed_at) do update set
                    deals = excluded.deals, back_at = null, kept = null""", timestamp(at), role(person), person.id());
    }

    /// A place that routing gave counts for whose turn it is next, and for the day's intake.
    @EventHandler
    void on(
            SlotReserved reserved,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        StreamId person = StreamId.parse(stream);
        rows.change(
                reserved.deal(),
                """
                with person as (
                    update member_directory set load = load + ?,
                        turn = case when ? then turn else nextval('assignment_turn') end
                    where role = ? and member = ? returning *),
                given as (
                    insert into intake (role, member, deal, taken_at)
                    select role, member, ?, ? from person where not ?)
                insert into slot (role, member, deal, weight, override, load, capacity, present)
                select role, member, ?, ?, ?, load, capacity, availability = 'AVAILABLE' and not departed
                from person""",
                reserved.weight(),
                reserved.override(),
                role(person),
                person.id(),
                reserved.deal(),
                timestamp(happened == null ? stored : Instant.parse(happened)),
                reserved.override(),
                reserved.deal(),
                reserved.weight(),
                reserved.override());
    }

    @EventHandler
    void on(SlotConfirmed confirmed, @SourceId String stream) {
        StreamId person = StreamId.parse(stream);
        rows.change(
                confirmed.deal(),
                "update slot set confirmed = true where role = ? and member = ? and deal = ?",
                role(person),
                person.id(),
                confirmed.deal());
    }

    /// The load at which a place was taken stays on record: only taking it is bound by capacity.
    @EventHandler
    void on(SlotWeighed weighed, @SourceId String stream) {
        StreamId person = StreamId.parse(stream);
        rows.change(weighed.deal(), """
                with held as (
                    select role, member, deal, weight from slot where role = ? and member = ? and deal = ?),
                weighed as (
                    update slot set weight = ? from held
                    where slot.role = held.role and slot.member = held.member and slot.deal = held.deal)
                update member_directory person set load = person.load - held.weight + ?
                from held where person.role = held.role and person.member = held.member""", role(person), person.id(), weighed.deal(), weighed.weight(), weighed.weight());
    }

    @EventHandler
    void on(SlotReleased released, @SourceId String stream) {
        StreamId person = StreamId.parse(stream);
        rows.change(released.deal(), """
                with freed as (
                    delete from slot where role = ? and member = ? and deal = ? returning role, member, weight)
                update member_directory person set load = person.load - freed.weight
                from freed where person.role = freed.role and person.member = freed.member""", role(person), person.id(), released.deal());
    }

    private void update(String stream, String change, @Nullable Object... values) {
        StreamId person = StreamId.parse(stream);
        @Nullable Object[] parameters = Arrays.copyOf(values, values.length + 2);
        parameters[values.length] = role(person);
        parameters[values.length + 1] = person.id();
        rows.change(
                person.id(), "update member_directory set " + change + " where role = ? and member = ?", parameters);
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String role(StreamId person) {
        return Role.ofStreamKind(person.kind()).name();
    }

    private static String[] array(Collection<String> values) {
        return values.toArray(String[]::new);
    }

    private static @Nullable OffsetDateTime timestamp(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}
