package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.roles.handoff.Decider;
import dev.baton.roles.member.SlotKeepingState.Departed;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision.Next;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityState.Decision;
import dev.baton.roles.responsibility.ResponsibilityState.Escalated;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.responsibility.ResponsibilityState.Queued;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/// What the service does by itself: it looks for what is overdue, and wakes the queue behind its time.
final class GeneratedRounds {
    private final GeneratedHistory history;

    GeneratedRounds(GeneratedHistory history) {
        this.history = history;
    }

    void walk() {
        new TreeMap<>(history.deals).forEach((deal, state) -> {
            if (state instanceof Held held) {
                expire(deal, held);
                waitsTooLong(deal, held);
                isUndecided(deal, held);
                rehome(deal, held);
            }
        });
    }

    private void expire(String deal, Held held) {
        if (held.handOver() instanceof Offered(String offer, Holder to) && isGone(to)) {
            history.act("baton", new ExpireOffer(deal, offer, ExpiryCause.DEPARTED));
        }
    }

    private void waitsTooLong(String deal, Held held) {
        if (held.handOver() instanceof Queued queued) {
            Decider decider = Decider.of(history.team, policy(), queued.role(), now());
            history.act("baton", new EscalateWait(deal, queued.role(), now(), decider.manager(), decider.due()));
        }
    }

    private void isUndecided(String deal, Held held) {
        switch (held.handOver()) {
            case Escalated(Role role, Decision decision) -> goesOn(deal, role, decision);
            case Queued(Role role, Instant _, Decision decision) when decision != null -> goesOn(deal, role, decision);
            default -> {}
        }
    }

    private void goesOn(String deal, Role role, Decision decision) {
        List<Next> line = Decider.after(List.of("max", "mia"), history.team, policy(), role, now());
        history.act("baton", new EscalateDecision(deal, role, now(), decision.manager(), line));
    }

    private void rehome(String deal, Held held) {
        if (isGone(held.holder())) {
            history.act("baton", new BeginRehoming(deal, held.holder(), RehomingCause.DEPARTED));
        } else if (!history.team.here(held.holder()) && history.random.nextInt(4) == 0) {
            boolean delegated = policy().of(held.holder().role()).delegates();
            history.act("baton", new BeginRehoming(deal, held.holder(), RehomingCause.ABSENT, delegated));
        } else if (held.credit() != null && history.team.here(held.credit())) {
            history.act("baton", new BeginRehoming(deal, held.holder(), RehomingCause.RETURNED));
        }
    }

    private boolean isGone(Holder who) {
        return history.people.get(who) instanceof Departed;
    }

    private RoutingPolicy policy() {
        return history.team.policyFor("");
    }

    private Instant now() {
        return history.log.clock();
    }

    /// Some time after a place was freed, if somebody still waits then: not always who has waited longest, since what
    /// asks less than usual may fit where others do not.
    void wakeTheQueue() {
        LoggedFact because = history.log.freed.poll();
        if (because != null) {
            Role role = because.event() instanceof AssignmentQueued queued
                    ? queued.role()
                    : Role.ofStreamKind(because.stream().kind());
            history.line.of(role).stream()
                    .limit(1 + history.random.nextInt(3))
                    .reduce((first, later) -> later)
                    .ifPresent(place -> wake(place.deal(), role, because));
        }
    }

    private void wake(String deal, Role role, LoggedFact because) {
        if (history.deals.get(deal) instanceof Held held && held.handOver() instanceof Queued) {
            history.follow(because.id(), new Wake(deal, role, "a place became free"));
        }
    }
}
