package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.EmploymentEvent.AvailabilityChanged;
import dev.baton.contract.member.EmploymentEvent.CapacityChanged;
import dev.baton.contract.member.EmploymentEvent.MemberDeparted;
import dev.baton.contract.member.EmploymentEvent.MemberJoined;
import dev.baton.contract.member.EmploymentEvent.ProfileChanged;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.roles.member.SlotKeepingState;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import dev.baton.roles.member.SlotKeepingState.Working;
import dev.baton.roles.routing.Colleague;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Everybody in every role as the facts make them, and what was known of them at any earlier position of the log.
final class People {
    private static final long NOW = Long.MAX_VALUE;

    private final Map<Role, Map<String, Person>> byRole = new EnumMap<>(Role.class);
    private long turns;

    private static final class Person {
        /// As of the position of each fact of employment.
        private final TreeMap<Long, Known> known = new TreeMap<>();

        private final List<Instant> taken = new ArrayList<>();
        private final List<Long> given = new ArrayList<>();
        private SlotKeepingState state = new NotJoined();
        private @Nullable Instant started;
        private long turn;
    }

    private record Known(SlotKeepingState state, @Nullable Instant started) {}

    /// @param position of a fact of employment; a place that comes and goes changes no more than the load
    ///
    /// @param at when it happened
    void employed(Holder who, long position, EmploymentEvent event, Instant at) {
        Person person = person(who);
        person.state = person.state.evolve(event);
        person.started = started(person, event, at);
        person.known.put(position, new Known(person.state, person.started));
    }

    /// A place that routing gave counts for whose turn it is next, and for the day's intake.
    ///
    /// @param at when it takes effect
    void placed(Holder who, MemberEvent event, Instant at) {
        Person person = person(who);
        person.state = person.state.evolve(event);
        if (event instanceof SlotReserved reserved && !reserved.override()) {
            person.turn = ++turns;
            person.given.add(person.turn);
            person.taken.add(at);
        }
    }

    private static @Nullable Instant started(Person person, EmploymentEvent event, Instant at) {
        return switch (event) {
            case MemberJoined joined -> joined.started() == null ? at : beginning(joined.started());
            case ProfileChanged changed when changed.started() != null -> beginning(changed.started());
            case ProfileChanged _, CapacityChanged _, AvailabilityChanged _, MemberDeparted _ -> person.started;
        };
    }

    private static Instant beginning(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Person person(Holder who) {
        return byRole.computeIfAbsent(who.role(), role -> new TreeMap<>())
                .computeIfAbsent(who.member(), member -> new Person());
    }

    SlotKeepingState of(Holder who) {
        Person person = byRole.getOrDefault(who.role(), Map.of()).get(who.member());
        return person == null ? new NotJoined() : person.state;
    }

    boolean knows(Holder who) {
        return !(of(who) instanceof NotJoined);
    }

    /// Whether they had joined by then, whether or not they were still there.
    boolean knows(Holder who, long asOf) {
        Person person = byRole.getOrDefault(who.role(), Map.of()).get(who.member());
        return person != null && person.known.floorEntry(asOf) != null;
    }

    boolean departed(Holder who) {
        return of(who) instanceof Departed;
    }

    int load(Holder who) {
        return of(who).slots().load();
    }

    List<Colleague> colleagues(Role role) {
        return colleagues(role, NOW);
    }

    /// Everybody who had not departed at that position, with the load that they have now: as routing reads them.
    List<Colleague> colleagues(Role role, long asOf) {
        return byRole.getOrDefault(role, Map.of()).entrySet().stream()
                .map(entry -> colleague(entry.getKey(), entry.getValue(), asOf))
                .filter(Objects::nonNull)
                .toList();
    }

    /// Whose turn it was without the last places that routing gave somebody; 0 before the first.
    long turnBefore(Holder who, int places) {
        List<Long> given = person(who).given;
        return given.size() <= places ? 0 : given.get(given.size() - 1 - places);
    }

    /// The same people, with what they took around that moment.
    List<Colleague> taking(List<Colleague> people, Role role, Instant at) {
        Map<String, Person> known = byRole.getOrDefault(role, Map.of());
        return people.stream()
                .map(colleague -> colleague.having(around(known.get(colleague.member()), at)))
                .toList();
    }

    private static List<Instant> around(@Nullable Person person, Instant at) {
        Instant first = at.minus(Colleague.COUNTED);
        Instant last = at.plus(Colleague.COUNTED);
        return person == null
                ? List.of()
                : person.taken.stream()
                        .filter(taken -> taken.isAfter(first) && taken.isBefore(last))
                        .toList();
    }

    private static @Nullable Colleague colleague(String member, Person person, long asOf) {
        Map.Entry<Long, Known> known = person.known.floorEntry(asOf);
        return known != null && known.getValue().state() instanceof Working working
                ? new Colleague(
                        member,
                        working.capacity(),
                        person.state.slots().load(),
                        working.availability() == Availability.AVAILABLE,
                        working.profile().territories(),
                        working.profile().skills(),
                        working.profile().languages(),
                        known.getValue().started(),
                        person.turn,
                        List.of())
                : null;
    }

    void each(BiConsumer<Holder, SlotKeepingState> reader) {
        byRole.forEach((role, people) ->
                people.forEach((member, person) -> reader.accept(new Holder(role, member), person.state)));
    }
}
