package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.Targeted;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.member.SlotAnswer;
import dev.baton.roles.member.SlotKeepingCommand;
import dev.baton.roles.member.SlotKeepingCommand.ConfirmSlot;
import dev.baton.roles.member.SlotKeepingCommand.JoinTeam;
import dev.baton.roles.member.SlotKeepingCommand.Profile;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import dev.baton.roles.member.SlotKeepingDecisions;
import dev.baton.roles.member.SlotKeepingState;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import dev.baton.roles.member.SlotKeepingState.Working;
import dev.baton.roles.member.SlotRefused;
import dev.baton.roles.responsibility.HoldingTimes;
import dev.baton.roles.responsibility.ResponsibilityAnswer;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityDecisions;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.responsibility.ResponsibilityState;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The people and the deals in memory, under the real decisions: what the relay does is seen at once.
final class Department implements Team, Relay.Commands {
    record Told(Targeted command, Object event, Instant effective, UUID id) {}

    final List<Told> told = new ArrayList<>();
    final MemoryLog log = new MemoryLog();

    /// What the relay is hearing of, while it does.
    @Nullable
    UUID cause;

    /// Who is acting, while somebody is.
    @Nullable
    String actor;

    final Map<Holder, Integer> takenByOthers = new HashMap<>();
    RoutingPolicy policy = new RoutingPolicy("default", 1, Map.of());

    /// In the order in which they came: what a seed gives must not depend on how a JVM orders keys.
    private final Map<Holder, SlotKeepingState> people = new LinkedHashMap<>();
    private final Map<String, ResponsibilityState> deals = new LinkedHashMap<>();
    private final Map<String, HoldingTimes> times = new HashMap<>();

    void join(Role role, String member, int capacity, String... territories) {
        send(
                new JoinTeam(role, member, new Profile(member, Set.of(territories), Set.of(), Set.of()), capacity),
                Instant.EPOCH);
    }

    @Override
    public Object send(Targeted command, Instant effective) {
        return switch (command) {
            case SlotKeepingCommand person -> ask(person, effective);
            case ResponsibilityCommand deal -> decide(deal, effective);
            default -> throw new AssertionError(command);
        };
    }

    private SlotAnswer ask(SlotKeepingCommand command, Instant effective) {
        Holder person = new Holder(command.role(), command.member());
        SlotKeepingState state = people.getOrDefault(person, new NotJoined());
        if (command instanceof ReserveSlot reserve && !reserve.override() && takenByOthers.remove(person) != null) {
            return new SlotAnswer(SlotRefused.Why.CAPACITY_REACHED);
        }
        try {
            for (MemberEvent event : SlotKeepingDecisions.decide(state, command)) {
                tell(command, event, effective);
                state = state.evolve(event);
            }
        } catch (SlotRefused refused) {
            if (command instanceof ReserveSlot || command instanceof ConfirmSlot) {
                return new SlotAnswer(refused.why());
            }
            throw refused;
        }
        people.put(person, state);
        return new SlotAnswer(null);
    }

    private void tell(Targeted command, Object event, Instant effective) {
        told.add(new Told(command, event, effective, log.append(command.stream(), event, effective, cause, actor)));
    }

    /// As a person does it: refused by an exception.
    void act(ResponsibilityCommand command, Instant effective) {
        ResponsibilityDecisions.decide(of(command.deal()), command);
        send(command, effective);
    }

    private ResponsibilityAnswer decide(ResponsibilityCommand command, Instant effective) {
        ResponsibilityState state = deals.getOrDefault(command.deal(), new NotOpened());
        try {
            for (ResponsibilityEvent event : ResponsibilityDecisions.decide(state, command)) {
                HoldingTimes before = times.getOrDefault(command.deal(), HoldingTimes.NONE);
                Instant at = before.effective(event, effective);
                tell(command, event, at);
                times.put(command.deal(), before.after(event, at));
                state = state.evolve(event);
            }
        } catch (ResponsibilityRefused refused) {
            return new ResponsibilityAnswer(refused.why());
        }
        deals.put(command.deal(), state);
        return ResponsibilityAnswer.done(state, times.getOrDefault(command.deal(), HoldingTimes.NONE));
    }

    @Override
    public List<Colleague> colleagues(Role role) {
        return people.entrySet().stream()
                .filter(entry -> entry.getKey().role() == role && entry.getValue() instanceof Working)
                .map(entry -> colleague(entry.getKey().member(), (Working) entry.getValue()))
                .toList();
    }

    private static Colleague colleague(String member, Working working) {
        return new Colleague(
                member,
                working.capacity(),
                working.slots().load(),
                working.availability() == Availability.AVAILABLE,
                working.profile().territories(),
                working.profile().skills(),
                working.profile().languages(),
                null,
                0,
                List.of());
    }

    @Override
    public boolean knows(Holder holder) {
        return people.containsKey(holder);
    }

    @Override
    public Holder steward() {
        return new Holder(Role.SALES_MANAGER, "steward");
    }

    @Override
    public @Nullable Holder standIn(Holder gone) {
        return StandIns.choose(steward(), gone, colleagues(Role.SALES_MANAGER));
    }

    @Override
    public RoutingPolicy policyFor(String pipeline) {
        return policy;
    }

    Map<Holder, SlotKeepingState> people() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(people));
    }

    Map<String, ResponsibilityState> deals() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(deals));
    }

    ResponsibilityState of(String deal) {
        return deals.getOrDefault(deal, new NotOpened());
    }

    int load(Role role, String member) {
        return people.get(new Holder(role, member)).slots().load();
    }

    List<Object> events() {
        return told.stream().map(Told::event).toList();
    }

    <E> List<E> events(Class<E> type) {
        return events().stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<String> names() {
        return events().stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
