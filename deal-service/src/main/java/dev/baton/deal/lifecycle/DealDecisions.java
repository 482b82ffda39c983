package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.DealCommand.BeginReturnBusiness;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.deal.lifecycle.ServiceCommand.RaiseReturnBusiness;
import java.util.List;

/// Is it allowed, and what follows from it?
public final class DealDecisions {
    private DealDecisions() {}

    /// The facts that follow from the command; none when everything it asks for is so already.
    ///
    /// @throws DealRejected when the deal refuses
    public static List<DealEvent> decide(DealState state, DealCommand command, DealContext context) {
        return switch (command) {
            case PersonsCommand act -> PersonDecisions.decide(state, act, context);
            case RecordMilestone report -> MilestoneDecisions.decide(state, report, context);
            case DueCommand due -> DueDecisions.decide(state, due, context);
            case BeginReturnBusiness beginning -> ReturnBusinessDecisions.begin(state, beginning, context);
            case RecogniseHolder recognition -> HolderDecisions.decide(state, recognition, context);
        };
    }

    /// What the new deal is to be told when return business was raised.
    ///
    /// @param from the earlier deal, on whose record it is
    public static BeginReturnBusiness beginning(DealState from, RaiseReturnBusiness command) {
        if (from instanceof DealState.Known known) {
            return ReturnBusinessDecisions.beginning(known, command);
        }
        throw new IllegalStateException("nothing was raised on a deal that is not known");
    }
}
