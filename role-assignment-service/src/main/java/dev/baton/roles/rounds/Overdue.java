package dev.baton.roles.rounds;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.routing.RoutingPolicy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/// What the rows show to be overdue. Whatever is done about it makes it disappear from here, so that a round that was
/// cut short is simply the next one.
@Repository
class Overdue {
    private final JdbcOperations jdbc;
    private final RoutingPolicies policies;

    Overdue(JdbcOperations jdbc, RoutingPolicies policies) {
        this.jdbc = jdbc;
        this.policies = policies;
    }

    /// Offers that nobody answered in time, or that somebody was asked who has gone.
    List<ExpireOffer> offers(Instant now, int most) {
        return jdbc.query(
                """
                select offer.deal, offer.offer,
                       case when person.departed then 'DEPARTED'
                            when offer.due_at <= ? then 'NOT_ACCEPTED_IN_TIME' else 'ABSENT' end as cause
                from offer left join member_directory person using (role, member)
                where offer.answer is null
                  and (offer.due_at <= ? or person.departed or person.availability = 'ABSENT')
                order by offer.due_at, offer.offer limit ?""",
                (row, ignored) -> new ExpireOffer(
                        row.getString("deal"), row.getString("offer"), ExpiryCause.valueOf(row.getString("cause"))),
                now.atOffset(ZoneOffset.UTC),
                now.atOffset(ZoneOffset.UTC),
                most);
    }

    /// Deals of people who have departed, or who are, or will be, away for longer than that: of
    /// each the longest held first. Where a new home was looked for in vain it is again once
    /// somebody has come who might carry the deal, or the holder has gone anew.
    List<BeginRehoming> deals(Instant now, Duration absence, int most) {
        List<Holder> away = away(now, absence);
        return jdbc.query("""
                select held.deal, held.role, held.member, held.rehoming, person.departed, lead.pipeline
                from member_directory person
                join responsibility held on held.role = person.role and held.member = person.member
                left join lead on lead.deal = held.deal
                where held.ended_at is null
                  and (person.departed or person.availability = 'ABSENT'
                       and (person.role, person.member) in (select * from unnest(?::text[], ?::text[])))
                  and (not held.rehoming or held.rehoming_turn < person.presence_turn
                       or held.rehoming_turn < (
                           select max(manager.presence_turn) from member_directory manager
                           where manager.role = 'SALES_MANAGER' and not manager.departed
                             and manager.availability = 'AVAILABLE'
                             and (manager.member <> held.member or held.role <> 'SALES_MANAGER')))
                order by person.role, person.member, held.since, held.deal limit ?""", (row, ignored) -> gone(row), roles(away), members(away), most);
    }

    private List<Holder> away(Instant now, Duration absence) {
        return jdbc.query("""
                        select role, member, away_since, away_until from member_directory
                        where availability = 'ABSENT' and not departed and away_since is not null""", (row, ignored) -> Away.of(row)).stream()
                .filter(away -> away.absence().handsOn(absence, now))
                .map(Away::person)
                .toList();
    }

    private record Away(Holder person, Absence absence) {
        static Away of(ResultSet row) throws SQLException {
            Holder person = new Holder(Role.valueOf(row.getString("role")), row.getString("member"));
            Instant since = Objects.requireNonNull(moment(row, "away_since"));
            return new Away(person, new Absence(since, moment(row, "away_until")));
        }

        private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
            OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        }
    }

    private static String[] roles(List<Holder> people) {
        return people.stream().map(person -> person.role().name()).toArray(String[]::new);
    }

    private static String[] members(List<Holder> people) {
        return people.stream().map(Holder::member).toArray(String[]::new);
    }

    private BeginRehoming gone(ResultSet row) throws SQLException {
        Holder person = new Holder(Role.valueOf(row.getString("role")), row.getString("member"));
        RehomingCause cause = row.getBoolean("departed") ? RehomingCause.DEPARTED : RehomingCause.ABSENT;
        boolean delegated = cause == RehomingCause.ABSENT
                && policies.forPipeline(pipeline(row)).of(person.role()).delegates();
        return new BeginRehoming(row.getString("deal"), person, cause, delegated, row.getBoolean("rehoming"));
    }

    /// Deals that somebody carries for a person who is back.
    List<BeginRehoming> returned(int most) {
        return jdbc.query(
                """
                select held.deal, held.role, held.member, held.rehoming from responsibility held
                join member_directory back on back.role = held.credit_role and back.member = held.credit_member
                where held.ended_at is null and (not held.rehoming or held.rehoming_turn < back.presence_turn)
                  and back.availability = 'AVAILABLE' and not back.departed
                order by held.since, held.deal limit ?""",
                (row, ignored) -> new BeginRehoming(
                        row.getString("deal"),
                        new Holder(Role.valueOf(row.getString("role")), row.getString("member")),
                        RehomingCause.RETURNED,
                        false,
                        row.getBoolean("rehoming")),
                most);
    }

    /// Legs that have waited for longer than they may, of which no manager knows.
    List<Wait> waits(Instant now, int most) {
        return jdbc.query(
                """
                select waiting.deal, waiting.role, lead.pipeline
                from waiting_assignment waiting left join lead on lead.deal = waiting.deal
                where waiting.manager is null and waiting.due_at <= ? and not waiting.woken
                order by waiting.due_at, waiting.deal limit ?""",
                (row, ignored) -> new Wait(row.getString("deal"), Role.valueOf(row.getString("role")), pipeline(row)),
                now.atOffset(ZoneOffset.UTC),
                most);
    }

    /// @param role of the leg
    record Wait(String deal, Role role, String pipeline) {}

    /// What managers have not decided in time, and somebody else may be asked.
    List<Undecided> decisions(Instant now, int most) {
        return jdbc.query(
                """
                select waiting.deal, waiting.role, waiting.manager, lead.pipeline
                from waiting_assignment waiting left join lead on lead.deal = waiting.deal
                where waiting.manager is not null and not waiting.every_manager and waiting.due_at <= ?
                  and not waiting.woken
                order by waiting.due_at, waiting.deal limit ?""",
                (row, ignored) -> new Undecided(
                        row.getString("deal"),
                        Role.valueOf(row.getString("role")),
                        row.getString("manager"),
                        pipeline(row)),
                now.atOffset(ZoneOffset.UTC),
                most);
    }

    /// @param role of the leg
    /// @param manager who was asked last
    record Undecided(String deal, Role role, String manager, String pipeline) {}

    private static String pipeline(ResultSet row) throws SQLException {
        String pipeline = row.getString("pipeline");
        return pipeline == null ? RoutingPolicy.DEFAULT : pipeline;
    }

    /// People who let several offers in a row expire; whose patience counts is each policy's matter.
    List<Missing> missing() {
        return jdbc.query(
                """
                select role, member, missed from member_directory
                where missed > 0 and availability = 'AVAILABLE' and not departed""",
                (row, ignored) -> new Missing(
                        new Holder(Role.valueOf(row.getString("role")), row.getString("member")),
                        row.getInt("missed")));
    }

    /// @param offers in a row that the person let expire
    record Missing(Holder person, int offers) {
        ChangeAvailability absent() {
            return new ChangeAvailability(
                    person.role(), person.member(), Availability.ABSENT, null, "did not answer " + offers + " offers");
        }
    }
}
