package dev.baton.projections.stage;

import dev.baton.projections.deal.DealState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One stay of a deal in one state.
///
/// @param visit counted per deal, from 1
/// @param left absent while the deal is still there
public record StageVisit(
        String deal,
        int visit,
        int attempt,
        DealState stage,
        Instant entered,
        Instant enteredRecorded,
        @Nullable Instant left,
        @Nullable Instant leftRecorded) {

    StageVisit leave(Instant at, Instant recorded) {
        return new StageVisit(deal, visit, attempt, stage, entered, enteredRecorded, at, recorded);
    }
}
