package dev.baton.roles.responsibility;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.responsibility.ResponsibilityCommand.Escalate;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.PassOver;
import dev.baton.roles.responsibility.ResponsibilityCommand.Queue;
import dev.baton.roles.responsibility.ResponsibilityCommand.RecordDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.RefusePackage;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityState.Accepted;
import dev.baton.roles.responsibility.ResponsibilityState.Decision;
import dev.baton.roles.responsibility.ResponsibilityState.Escalated;
import dev.baton.roles.responsibility.ResponsibilityState.HandOver;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.responsibility.ResponsibilityState.Queued;
import dev.baton.roles.responsibility.ResponsibilityState.Quiet;
import dev.baton.roles.responsibility.ResponsibilityState.Woken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How whoever is to hold the deal next is looked for, and what waits for whom meanwhile.
final class AssignmentDecisions {
    private static final String WAITED = "has waited for too long";

    private AssignmentDecisions() {}

    static List<ResponsibilityEvent> record(Held held, RecordDecision record) {
        ResponsibilityRefused.refuseAnotherEpoch(held.epoch(), record.epoch());
        StandingOfferDecisions.refuseWhileAnOfferStands(held.handOver());
        return List.of(record.decision());
    }

    static List<ResponsibilityEvent> queue(Held held, Queue queue) {
        ResponsibilityRefused.refuseAnotherEpoch(held.epoch(), queue.epoch());
        StandingOfferDecisions.refuseWhileAnOfferStands(held.handOver());
        return waits(held.handOver(), queue.role())
                ? List.of()
                : List.of(new AssignmentQueued(
                        queue.role(), queue.territory(), queue.reason(), dueOf(held.handOver(), queue)));
    }

    private static boolean waits(HandOver handOver, Role role) {
        return handOver instanceof Queued queued && queued.role() == role;
    }

    /// A leg that was woken in vain has waited all the while.
    private static @Nullable Instant dueOf(HandOver handOver, Queue queue) {
        return handOver instanceof Woken(Queued before) && before.role() == queue.role() && before.due() != null
                ? before.due()
                : queue.due();
    }

    static List<ResponsibilityEvent> wake(HandOver handOver, Wake wake) {
        return waits(handOver, wake.role()) ? List.of(new AssignmentWoken(wake.role(), wake.cause())) : List.of();
    }

    static List<ResponsibilityEvent> escalate(Held held, Escalate escalate) {
        ResponsibilityRefused.refuseAnotherEpoch(held.epoch(), escalate.epoch());
        StandingOfferDecisions.refuseWhileAnOfferStands(held.handOver());
        return held.handOver() instanceof Escalated escalated && escalated.role() == escalate.role()
                ? List.of()
                : List.of(new AssignmentEscalated(
                        escalate.role(),
                        escalate.manager(),
                        escalate.reason(),
                        escalate.due(),
                        null,
                        escalate.peopleAsOf()));
    }

    /// Only what still waits, and of which no manager knows; it goes on waiting, since a place may
    /// free any time.
    static List<ResponsibilityEvent> escalateWait(HandOver handOver, EscalateWait wait) {
        return handOver instanceof Queued queued && queued.role() == wait.role() && queued.overdue(wait.now())
                ? List.of(new AssignmentEscalated(wait.role(), wait.manager(), WAITED, wait.due(), true))
                : List.of();
    }

    /// Once for each who was asked: whoever is asked next has their time, and when every manager is
    /// asked there is nobody to go on to.
    static List<ResponsibilityEvent> escalateDecision(HandOver handOver, EscalateDecision on) {
        Decision decision = decisionOf(handOver, on.role());
        return decision != null && decision.manager().equals(on.from()) && decision.overdue(on.now())
                ? List.of(goesOn(decision, on))
                : List.of();
    }

    private static DecisionEscalated goesOn(Decision decision, EscalateDecision on) {
        return on.line().stream()
                .filter(next -> !decision.asked().contains(next.manager()))
                .findFirst()
                .map(next -> new DecisionEscalated(on.role(), on.from(), next.manager(), next.due()))
                .orElseGet(() -> new DecisionEscalated(on.role(), on.from(), null, null));
    }

    private static @Nullable Decision decisionOf(HandOver handOver, Role role) {
        return switch (handOver) {
            case Queued queued -> queued.role() == role ? queued.decision() : null;
            case Escalated escalated -> escalated.role() == role ? escalated.decision() : null;
            case Woken _, Offered _, Accepted _, Quiet _ -> null;
        };
    }

    static List<ResponsibilityEvent> passOver(Held held, PassOver pass) {
        ResponsibilityRefused.refuseAnotherEpoch(held.epoch(), pass.epoch());
        StandingOfferDecisions.refuseWhileAnOfferStands(held.handOver());
        return List.of(new LegPassedOver(pass.role(), pass.reason()));
    }

    /// Support is asked no more; who else is to take the deal before it still is.
    static List<ResponsibilityEvent> refusePackage(Held held, RefusePackage refuse) {
        ResponsibilityRefused.refuseAnotherEpoch(held.epoch(), refuse.epoch());
        List<ResponsibilityEvent> events = held.isAbout(Role.CUSTOMER_SUPPORT_REPRESENTATIVE)
                ? StandingOfferDecisions.withoutTheOffer(held.handOver(), ResponsibilityDecisions.PACKAGE_NOT_COMPLETE)
                : new ArrayList<>();
        events.add(new PackageRefused(held.holder(), refuse.missing(), refuse.due()));
        return events;
    }
}
