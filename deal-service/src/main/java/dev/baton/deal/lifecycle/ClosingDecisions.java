package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.ClosingCommand.ApproveReversal;
import dev.baton.deal.lifecycle.ClosingCommand.CloseDeal;
import dev.baton.deal.lifecycle.ClosingCommand.MergeInto;
import dev.baton.deal.lifecycle.ClosingCommand.PrepareHandover;
import dev.baton.deal.lifecycle.ClosingCommand.RejectHandover;
import dev.baton.deal.lifecycle.ClosingCommand.Reopen;
import dev.baton.deal.lifecycle.ClosingCommand.ReverseClose;
import java.util.List;

/// How a deal's way through sales ends, and how it is taken up again.
final class ClosingDecisions {
    private ClosingDecisions() {}

    static List<DealEvent> decide(DealState.Known state, ClosingCommand command, DealContext context) {
        Dossier deal = state.dossier();
        return switch (command) {
            case CloseDeal close -> close(state, close, context);
            case MergeInto merge -> merge(deal, merge, context);
            case PrepareHandover prepare -> HandoverDecisions.prepare(deal, prepare, context);
            case RejectHandover reject -> HandoverDecisions.reject(deal, reject, context);
            case ReverseClose reverse -> reverse(deal, reverse, context);
            case ApproveReversal approve -> approve(deal, approve, context);
            case Reopen reopen when state instanceof DealState.Reopenable ended -> reopen(ended, reopen, context);
            case Reopen _ -> throw Refusals.notNow(state, command);
        };
    }

    private static List<DealEvent> close(DealState.Known state, CloseDeal command, DealContext context) {
        Dossier deal = state.dossier();
        Outcome outcome = command.close().outcome();
        switch (outcome) {
            case WON -> Guards.heldBy(deal, command, context, ACCOUNT_EXECUTIVE);
            case LOST -> Guards.holderOrManager(deal, command, context);
        }
        if (outcome == Outcome.WON && state instanceof OnHold) {
            throw Refusals.onHold(command);
        }
        Guards.nothingSkipped(deal, Milestone.CLOSED, outcome, context.rules());
        TermsGuards.signable(deal, command.close(), context);
        Guards.worthSomething(deal, command.close());
        return List.of(Rates.closed(deal, command.close(), context, context.now()));
    }

    private static List<DealEvent> merge(Dossier deal, MergeInto command, DealContext context) {
        Guards.holderOrManager(deal, command, context);
        Guards.survives(deal, command, context);
        return List.of(new DealMerged(command.survivor(), command.reason()));
    }

    private static List<DealEvent> reverse(Dossier deal, ReverseClose command, DealContext context) {
        String manager = Guards.member(command, context, SALES_MANAGER);
        return List.of(new ReversalRequested(command.kind(), command.reason(), manager));
    }

    /// Nobody approves their own.
    private static List<DealEvent> approve(Dossier deal, ApproveReversal command, DealContext context) {
        String second = Guards.member(command, context, SALES_MANAGER);
        ReversalRequested request = deal.course().reversal();
        if (request == null) {
            throw Refusals.nothingToApprove(command);
        }
        Guards.notOnes(command, second, request.by());
        Holder closedBy =
                deal.course().closedBy() == null ? deal.holder() : deal.course().closedBy();
        return List.of(new CloseReversed(request.kind(), request.reason(), request.by(), second, closedBy));
    }

    /// A lead that is nurtured is its representative's own to take up again.
    private static List<DealEvent> reopen(DealState.Reopenable state, Reopen command, DealContext context) {
        Dossier deal = state.dossier();
        Role role = SALES_MANAGER;
        if (state instanceof Nurturing && !context.actor().has(SALES_MANAGER)) {
            Guards.heldBy(deal, command, context, SALES_REPRESENTATIVE);
            role = deal.holder().role();
        }
        Holder by = new Holder(role, Guards.member(command, context, role));
        return List.of(
                new DealReopened(deal.course().attempt() + 1, state.reopensAt(), command.reason(), by, deal.holder()));
    }
}
