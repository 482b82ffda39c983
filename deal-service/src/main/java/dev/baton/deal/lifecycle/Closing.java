package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ClosingEvent.Closed;
import java.time.Instant;

/// Where a close leads, from whatever open state.
final class Closing {

    private Closing() {}

    static DealState of(Dossier before, Closed closed, Instant at) {
        Dossier after = before.reached(Milestone.CLOSED, at, closed.value());
        return switch (closed.outcome()) {
            case WON -> new Won(after);
            case LOST -> new Lost(after);
        };
    }
}
