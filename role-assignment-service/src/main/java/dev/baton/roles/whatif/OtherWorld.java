package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.Targeted;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.member.SlotEvent;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.handoff.Relay;
import dev.baton.roles.handoff.StandIns;
import dev.baton.roles.handoff.Team;
import dev.baton.roles.member.SlotAnswer;
import dev.baton.roles.member.SlotKeepingCommand;
import dev.baton.roles.member.SlotKeepingCommand.ConfirmSlot;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import dev.baton.roles.member.SlotKeepingDecisions;
import dev.baton.roles.member.SlotRefused;
import dev.baton.roles.member.Slots.Slot;
import dev.baton.roles.responsibility.ResponsibilityAnswer;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityDecisions;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.responsibility.ResponsibilityState;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.Preference;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.whatif.Meanwhile.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The people and the deals as they would have been, under the real decisions of the aggregates.
/// The relay acts on it as it acts on the service; nothing leaves it.
final class OtherWorld implements Team, Relay.Commands {
    private final Holder steward;
    private final Policies policies;
    private final Owners owners;
    private final Ledger ledger;
    private final People people = new People();
    private final Map<String, ResponsibilityState> deals = new HashMap<>();
    private final Map<Holder, Set<String>> holdings = new HashMap<>();
    private final List<Happened> effects = new ArrayList<>();
    private boolean silent;
    private String deal = "";
    private RecordedStep step = RecordedStep.NOTHING;
    private Meanwhile meanwhile = Meanwhile.NOTHING;
    private Instant now = Instant.EPOCH;

    /// Which policy holds for a pipeline in the step that is played.
    @FunctionalInterface
    interface Policies {
        RoutingPolicy of(String pipeline);
    }

    /// Who is known in the step that is played to have last held a deal of a customer in a role.
    @FunctionalInterface
    interface Owners {
        @Nullable
        String of(String customer, Role role);
    }

    OtherWorld(Holder steward, Policies policies, Owners owners, Ledger ledger) {
        this.steward = steward;
        this.policies = policies;
        this.owners = owners;
        this.ledger = ledger;
    }

    /// A step begins: what was known in reality when it was taken is known here, and no more.
    void begin(String of, RecordedStep real, Meanwhile others, Instant recorded) {
        deal = of;
        step = real;
        meanwhile = others;
        now = recorded;
        effects.clear();
    }

    /// Tries whether nothing happens.
    ///
    /// @return false when something would have: then nothing of it has
    boolean staysSilent(Runnable step) {
        silent = true;
        try {
            step.run();
            return true;
        } catch (SomethingFollows something) {
            return false;
        } finally {
            silent = false;
        }
    }

    /// What has followed since the step began.
    List<Happened> effects() {
        return List.copyOf(effects);
    }

    Instant now() {
        return now;
    }

    People people() {
        return people;
    }

    ResponsibilityState of(String deal) {
        return deals.getOrDefault(deal, new NotOpened());
    }

    /// The place of whoever carries the deal; absent when nobody does, or without one.
    @Nullable
    PlaceBefore placeOf(String deal) {
        if (!(of(deal) instanceof Held held)) {
            return null;
        }
        Slot place = people.of(held.holder()).slots().byDeal().get(deal);
        return place == null ? null : new PlaceBefore(held.holder(), place.weight());
    }

    @Override
    public Object send(Targeted command, Instant effective) {
        return switch (command) {
            case SlotKeepingCommand place -> ask(place, effective);
            case ResponsibilityCommand deal -> decide(deal, effective);
            default -> throw new IllegalArgumentException("nobody here understands " + command);
        };
    }

    private SlotAnswer ask(SlotKeepingCommand command, Instant effective) {
        Holder person = new Holder(command.role(), command.member());
        try {
            List<? extends MemberEvent> events = SlotKeepingDecisions.decide(people.of(person), command);
            if (command instanceof ReserveSlot place && !events.isEmpty() && wasRefused(place)) {
                return new SlotAnswer(SlotRefused.Why.CAPACITY_REACHED);
            }
            for (MemberEvent event : possible(events)) {
                people.placed(person, event, effective);
                happened(command, event, effective);
                ledger.placed(person, (SlotEvent) event, people.load(person), effective);
            }
            return new SlotAnswer(null);
        } catch (SlotRefused refused) {
            if (command instanceof ReserveSlot || command instanceof ConfirmSlot) {
                return new SlotAnswer(refused.why());
            }
            throw refused;
        }
    }

    /// When exactly a person was asked for a place is not on record, only whether they gave one:
    /// that tells what they said, if others changed them in that very moment.
    private boolean wasRefused(ReserveSlot place) {
        Holder who = new Holder(place.role(), place.member());
        boolean inDoubt = place.override() ? !people.knows(who, meanwhile.news()) : step.chose(place);
        return inDoubt && step.wentWithout(place) && meanwhile.concerns(who);
    }

    private ResponsibilityAnswer decide(ResponsibilityCommand command, Instant effective) {
        ResponsibilityState state = of(command.deal());
        try {
            for (ResponsibilityEvent event : possible(ResponsibilityDecisions.decide(state, command))) {
                state = become(command.deal(), state, state.evolve(event));
                happened(command, event, effective);
                ledger.told(command.deal(), event, effective, now);
            }
            return new ResponsibilityAnswer(null);
        } catch (ResponsibilityRefused refused) {
            return new ResponsibilityAnswer(refused.why());
        }
    }

    private <E> List<E> possible(List<E> events) {
        if (silent && !events.isEmpty()) {
            throw new SomethingFollows();
        }
        return events;
    }

    private static final class SomethingFollows extends RuntimeException {
        SomethingFollows() {
            super("something follows", null, false, false);
        }
    }

    private ResponsibilityState become(String deal, ResponsibilityState before, ResponsibilityState after) {
        if (before instanceof Held held) {
            held(held.holder()).remove(deal);
        }
        if (after instanceof Held held) {
            held(held.holder()).add(deal);
        }
        deals.put(deal, after);
        return after;
    }

    private Set<String> held(Holder holder) {
        return holdings.computeIfAbsent(holder, key -> new LinkedHashSet<>());
    }

    /// The deals that the person carries in that role.
    List<String> heldBy(Holder holder) {
        return List.copyOf(holdings.getOrDefault(holder, Set.of()));
    }

    private void happened(Targeted command, Object event, Instant effective) {
        effects.add(new Happened(command.stream(), event, effective, now));
    }

    @Override
    public List<Colleague> colleagues(Role role) {
        Long asOf = step.peopleAsOf(role);
        return asOf == null ? people.colleagues(role) : unaware(role, people.colleagues(role, asOf));
    }

    /// Without what others gave them, or took from them, while the step was on its way.
    private List<Colleague> unaware(Role role, List<Colleague> present) {
        List<Change> unseen = meanwhile.unseen();
        return unseen.isEmpty()
                ? present
                : present.stream()
                        .map(one -> unaware(one, new Holder(role, one.member()), unseen))
                        .toList();
    }

    private Colleague unaware(Colleague one, Holder who, List<Change> unseen) {
        int weight = unseen.stream()
                .filter(change -> change.who().equals(who))
                .mapToInt(Change::weight)
                .sum();
        int places = Meanwhile.places(unseen, who);
        boolean hasOwn = meanwhile.ownPlaces(who) + placesInThisStep(who) > 0;
        return one.carrying(-weight).withTurn(hasOwn ? one.turn() : people.turnBefore(who, places));
    }

    private long placesInThisStep(Holder who) {
        return effects.stream()
                .filter(effect -> effect.event() instanceof SlotReserved reserved && !reserved.override())
                .filter(effect -> effect.stream().equals(who.role().stream(who.member())))
                .count();
    }

    @Override
    public List<Colleague> colleagues(Role role, RoutingPolicy policy, Instant at) {
        List<Colleague> present = colleagues(role);
        return policy.of(role).spread().dailyIntake() == null ? present : people.taking(present, role, at);
    }

    @Override
    public @Nullable String owner(@Nullable String customer, Role role, RoutingPolicy policy) {
        return customer == null || !policy.of(role).spread().prefers(Preference.ACCOUNT_OWNER)
                ? null
                : owners.of(customer, role);
    }

    @Override
    public @Nullable Long peopleAsOf() {
        return step.peopleAsOf();
    }

    @Override
    public boolean knows(Holder holder) {
        Long asOf = step.peopleAsOf(holder.role());
        return asOf == null ? people.knows(holder) : people.knows(holder, asOf);
    }

    /// Whoever had the deal already, or took a place for it, was the one to have it.
    @Override
    public boolean here(Holder holder) {
        return cameTooLate(holder) ? held(holder).contains(deal) || step.tookPlace(holder) : Team.super.here(holder);
    }

    /// Those who are away may only for somebody who has left.
    private boolean mayStandIn(Colleague manager, Holder gone) {
        Holder who = new Holder(Role.SALES_MANAGER, manager.member());
        return who.equals(gone) || !cameTooLate(who) && (manager.available() || !cameTooLate(gone));
    }

    /// Where nobody was moved, up to where people were known is not on record: then whoever changed
    /// in the very moment was not known to be there.
    private boolean cameTooLate(Holder holder) {
        return step.movedNobody() && meanwhile.concerns(holder);
    }

    @Override
    public Holder steward() {
        return steward;
    }

    @Override
    public @Nullable Holder standIn(Holder gone) {
        List<Colleague> managers = colleagues(Role.SALES_MANAGER).stream()
                .filter(manager -> mayStandIn(manager, gone))
                .toList();
        return StandIns.choose(steward, gone, managers);
    }

    @Override
    public RoutingPolicy policyFor(String pipeline) {
        return policies.of(pipeline);
    }
}
