package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.MemberEvent;
import dev.baton.roles.member.SlotKeepingState;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import dev.baton.roles.member.SlotKeepingState.Working;
import dev.baton.roles.routing.Colleague;
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

    private static final class Person {
        /// As of the position of each fact of employment.
        private final TreeMap<Long, SlotKeepingState> known = new TreeMap<>();

        private SlotKeepingState state = new NotJoined();
    }

    /// @param position of a fact of employment; a place that comes and goes changes no more than the load
    void employed(Holder who, long position, MemberEvent event) {
        Person person = person(who);
        person.state = person.state.evolve(event);
        person.known.put(position, person.state);
    }

    void placed(Holder who, MemberEvent event) {
        Person person = person(who);
        person.state = person.state.evolve(event);
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

    private static @Nullable Colleague colleague(String member, Person person, long asOf) {
        Map.Entry<Long, SlotKeepingState> known = person.known.floorEntry(asOf);
        return known != null && known.getValue() instanceof Working working
                ? new Colleague(
                        member,
                        working.capacity(),
                        person.state.slots().load(),
                        working.availability() == Availability.AVAILABLE,
                        working.profile().territories(),
                        working.profile().skills())
                : null;
    }

    void each(BiConsumer<Holder, SlotKeepingState> reader) {
        byRole.forEach((role, people) ->
                people.forEach((member, person) -> reader.accept(new Holder(role, member), person.state)));
    }
}
