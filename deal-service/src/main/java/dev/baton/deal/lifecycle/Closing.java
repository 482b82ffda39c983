package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.Stage;
import java.time.Instant;

/// Where the end of a deal's way leads, and how it is taken up again.
final class Closing {
    private Closing() {}

    static DealState of(DealState.Open before, ClosingEvent event, Instant at) {
        return switch (event) {
            case Closed closed -> closed(before.dossier(), before.stage(), closed, at);
            case DealMerged merged -> new Merged(before.dossier(), merged.survivor());
            case ReversalRequested _, CloseReversed _, DealReopened _ -> throw new ImpossibleTransition(before, event);
        };
    }

    static DealState closed(Dossier before, Stage stage, Closed closed, Instant at) {
        Dossier after = before.reached(Milestone.CLOSED, at, closed.value()).closed();
        return switch (closed.outcome()) {
            case WON -> new Won(after);
            case LOST -> new Lost(after, stage);
        };
    }

    static DealState of(DealState.Sold before, ClosingEvent event, Instant at) {
        return switch (event) {
            case ReversalRequested request -> before.with(before.dossier().reversalRequested(request));
            case CloseReversed reversed -> reversed(before.dossier(), reversed, at);
            case Closed _, DealMerged _, DealReopened _ -> throw new ImpossibleTransition(before, event);
        };
    }

    private static DealState reversed(Dossier before, CloseReversed reversed, Instant at) {
        return switch (reversed.kind()) {
            case BOOKED_IN_ERROR -> new Negotiating(before.setBack(Stage.NEGOTIATING, at));
            case CLIENT_CANCELLED -> new Lost(before, Stage.NEGOTIATING);
        };
    }

    static DealState of(DealState.Reopenable before, ClosingEvent event, Instant at) {
        return switch (event) {
            case DealReopened reopened -> reopened(before, reopened, at);
            case Closed _, DealMerged _, ReversalRequested _, CloseReversed _ ->
                throw new ImpossibleTransition(before, event);
        };
    }

    private static DealState reopened(DealState.Reopenable before, DealReopened reopened, Instant at) {
        Dossier again = before.dossier().again(reopened.attempt(), reopened.stage(), at);
        return switch (reopened.stage()) {
            case PROSPECTING -> new Prospecting(again);
            case QUALIFIED -> new Qualified(again);
            case NEGOTIATING -> new Negotiating(again);
            case AGREED -> throw new ImpossibleTransition(before, reopened);
        };
    }
}
