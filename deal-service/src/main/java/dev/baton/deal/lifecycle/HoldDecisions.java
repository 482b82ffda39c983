package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.deal.lifecycle.HoldCommand.PutOnHold;
import dev.baton.deal.lifecycle.HoldCommand.Resume;
import java.util.List;

/// An open deal rests until a day within its pipeline's limit.
final class HoldDecisions {
    private HoldDecisions() {}

    static List<DealEvent> decide(DealState.Known state, HoldCommand command, DealContext context) {
        Guards.holderOrManager(state.dossier(), command, context);
        return switch (command) {
            case PutOnHold hold when state instanceof DealState.Open open -> putOnHold(open, hold, context);
            case Resume _
            when state instanceof OnHold resting ->
                List.of(new DealResumed(
                        resting.held().stage(),
                        ResumeCause.PERSON,
                        context.actor().member()));
            case PutOnHold _, Resume _ -> throw Refusals.notNow(state, command);
        };
    }

    private static List<DealEvent> putOnHold(DealState.Open state, PutOnHold command, DealContext context) {
        Guards.reviewedInTime(state.dossier(), command.reviewDate(), context);
        return List.of(new DealPutOnHold(state.stage(), command.reviewDate(), command.reason()));
    }
}
