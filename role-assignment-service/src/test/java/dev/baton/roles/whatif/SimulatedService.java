package dev.baton.roles.whatif;

import static dev.baton.contract.Role.SALES_MANAGER;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.Holder;
import dev.baton.contract.StreamId;
import dev.baton.contract.Targeted;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.handoff.Rehearsal;
import dev.baton.roles.handoff.Relay;
import dev.baton.roles.member.SlotAnswer;
import dev.baton.roles.member.SlotKeepingCommand;
import dev.baton.roles.member.SlotKeepingCommand.ReserveSlot;
import dev.baton.roles.member.SlotKeepingDecisions;
import dev.baton.roles.member.SlotKeepingState;
import dev.baton.roles.member.SlotKeepingState.NotJoined;
import dev.baton.roles.member.SlotRefused;
import dev.baton.roles.responsibility.ResponsibilityAnswer;
import dev.baton.roles.responsibility.ResponsibilityCommand;
import dev.baton.roles.responsibility.ResponsibilityDecisions;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.responsibility.ResponsibilityState;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import dev.baton.roles.routing.RoutingPolicies;
import dev.baton.roles.routing.RoutingPolicies.Dated;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A log as the service writes it: news is taken in and heard later, several at a time, by a relay
/// that reads the people once in a commit, and sees no row that it has not committed yet. What
/// happens, and what others do while the relay is at it, is for whoever writes the history.
abstract class SimulatedService implements Relay.Commands, History {
    static final Holder STEWARD = new Holder(SALES_MANAGER, "steward");
    /// So that minutes are as many facts, whatever the day.
    static final BusinessCalendar ROUND_THE_CLOCK = new BusinessCalendar(
            ZoneOffset.UTC, EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.MAX, Set.of());

    final SimulatedLog log = new SimulatedLog();
    final List<Dated> policies = new ArrayList<>();
    final Map<Holder, SlotKeepingState> people =
            new TreeMap<>(Comparator.comparing(Holder::role).thenComparing(Holder::member));
    final Map<String, ResponsibilityState> deals = new HashMap<>();
    final SimulatedAccounts accounts = new SimulatedAccounts();
    final WaitingLine line = new WaitingLine();
    final SimulatedTeam team = new SimulatedTeam(this);
    private final Rehearsal relay = new Rehearsal(team, this, log::clock);

    private @Nullable SimulatedCommit relaying;
    private @Nullable UUID cause;
    private @Nullable String actor;

    // --- for whoever writes the history: what others do while the relay is at work ---------------------------------

    /// It is about to ask or to do something.
    abstract void beforeEachStep();

    /// It has asked for people, or whether it knows somebody.
    abstract void afterLooking();

    /// It has read people anew.
    abstract void afterReading(SimulatedCommit mine);

    /// Whether another instance has replaced the policy, and this one has not seen it.
    abstract boolean seesPolicyLate();

    /// Others are faster than what the relay does next.
    final void meanwhile(Runnable others) {
        SimulatedCommit mine = relaying;
        UUID mineBecause = cause;
        relaying = null;
        others.run();
        relaying = mine;
        cause = mineBecause;
        actor = null;
    }

    // --- what happens ----------------------------------------------------------------------------------------------

    @Override
    public final void read(Consumer<LoggedFact> reader) {
        log.facts.forEach(reader);
    }

    final @Nullable SimulatedCommit relaying() {
        return relaying;
    }

    final void tell(String deal, DealEvent event, Instant at) {
        append(StreamId.deal(deal), event, at, null, "crm");
        if (event instanceof LeadFound lead) {
            line.found(deal, lead);
            accounts.found(deal, lead);
        }
    }

    /// Somebody, unless another was faster.
    final void act(String by, Targeted command) {
        cause = null;
        actor = by;
        try {
            send(command, log.clock());
        } catch (SlotRefused | ResponsibilityRefused refused) {
            // then not
        }
        actor = null;
    }

    final void follow(UUID because, Targeted command) {
        cause = because;
        actor = null;
        send(command, log.clock());
        cause = null;
    }

    /// The relay hears of these in one commit; what others do meanwhile is in the log before it.
    final void hear(List<LoggedFact> batch) {
        SimulatedCommit mine = new SimulatedCommit(accounts.owners(), policySeen());
        relaying = mine;
        for (LoggedFact news : batch) {
            cause = news.id();
            actor = null;
            relay.hear(news.stream().id(), news.event(), news.happened());
        }
        cause = null;
        relaying = null;
        log.commit(mine.facts);
    }

    /// What another instance has just replaced is kept for a second.
    private RoutingPolicy policySeen() {
        Dated newest = policies.getLast();
        boolean justNow = !newest.since().isBefore(log.clock().minus(RoutingPolicies.KEPT_FOR));
        return policies.size() > 1 && justNow && seesPolicyLate()
                ? policies.get(policies.size() - 2).policy()
                : newest.policy();
    }

    private void append(StreamId stream, Object event, Instant happened, @Nullable UUID because, @Nullable String by) {
        SimulatedLog.Pending fact = log.pending(stream, event, happened, because, by);
        if (relaying == null) {
            log.commit(List.of(fact));
        } else {
            relaying.facts.add(fact);
        }
    }

    // --- the aggregates --------------------------------------------------------------------------------------------

    @Override
    public final Object send(Targeted command, Instant effective) {
        beforeEachStep();
        return switch (command) {
            case SlotKeepingCommand place -> ask(place, effective);
            case ResponsibilityCommand deal -> decide(deal, effective);
            default -> throw new AssertionError(command);
        };
    }

    private SlotAnswer ask(SlotKeepingCommand command, Instant effective) {
        Holder who = new Holder(command.role(), command.member());
        SlotKeepingState state = people.getOrDefault(who, new NotJoined());
        List<MemberEvent> events;
        try {
            events = SlotKeepingDecisions.decide(state, command);
        } catch (SlotRefused refused) {
            if (!(command instanceof ReserveSlot)) {
                throw refused;
            }
            return new SlotAnswer(refused.why());
        }
        for (MemberEvent event : events) {
            SlotKeepingState after = state.evolve(event);
            append(command.stream(), event, effective, cause, actor);
            note(who, event, after.slots().load() - state.slots().load(), effective);
            state = after;
        }
        people.put(who, state);
        return new SlotAnswer(null);
    }

    private void note(Holder who, MemberEvent event, int load, Instant effective) {
        boolean given = event instanceof SlotReserved place && !place.override();
        if (given) {
            team.gave(who, effective);
        }
        if (relaying != null) {
            relaying.loads.merge(who, load, Integer::sum);
        }
        if (relaying != null && given) {
            relaying.turns.put(who, Long.MAX_VALUE / 2 + log.written());
        }
    }

    private ResponsibilityAnswer decide(ResponsibilityCommand command, Instant effective) {
        ResponsibilityState state = deals.getOrDefault(command.deal(), new NotOpened());
        try {
            for (ResponsibilityEvent event : ResponsibilityDecisions.decide(state, command)) {
                state = state.evolve(event);
                append(command.stream(), event, effective, cause, actor);
                line.on(command.deal(), event, effective);
                if (state instanceof Held held && event instanceof AccountabilityFact) {
                    accounts.held(command.deal(), held.holder(), effective);
                }
            }
        } catch (ResponsibilityRefused refused) {
            return new ResponsibilityAnswer(refused.why());
        }
        deals.put(command.deal(), state);
        return new ResponsibilityAnswer(null);
    }
}
