package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.deal.lifecycle.DueCommand.BreachCommitments;
import dev.baton.deal.lifecycle.DueCommand.BreachSla;
import dev.baton.deal.lifecycle.DueCommand.EndNurture;
import dev.baton.deal.lifecycle.DueCommand.EscalateRequest;
import dev.baton.deal.lifecycle.DueCommand.ReviewHold;
import java.time.Instant;
import java.util.List;

/// What happens because its day has come. Asked too early or too late, nothing does.
final class DueDecisions {
    private DueDecisions() {}

    static List<DealEvent> decide(DealState state, DueCommand command, DealContext context) {
        return switch (command) {
            case EndNurture _
            when state instanceof Nurturing resting && context.hasCome(resting.returnDate()) ->
                List.of(new NurtureDue(resting.returnDate()));
            case ReviewHold _
            when state instanceof OnHold resting && context.hasCome(resting.reviewDate()) ->
                List.of(new DealResumed(resting.held().stage(), ResumeCause.REVIEW_DUE, null));
            case BreachCommitments breach
            when state instanceof InSupport support ->
                List.copyOf(ServiceDecisions.overdue(
                        support.service(),
                        earlier(breach.at(), context.now()),
                        SlaDecisions.manager(support.dossier().holder(), context.rules())));
            case EscalateRequest escalate -> Escalation.decide(state, escalate, context);
            case BreachSla breach -> SlaDecisions.decide(state, breach, context);
            case EndNurture _, ReviewHold _, BreachCommitments _ -> List.of();
        };
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
