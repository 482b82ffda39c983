package dev.baton.deal.ingest;

import dev.baton.web.edge.problem.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of one posted event, as its sender is told.
///
/// @param index its place in the body, from 0
/// @param id its id, when that could be read
/// @param sequence its place in the deal's stream, once it is there
/// @param likelyDuplicates of a lead that was found: deals of the same customer with the same need
///     that are on their way; absent when none is
/// @param likelyDuplicatesUnknown true when the lead was stored and they could not be asked after;
///     the deal's own page has them, too
public record ItemResult(
        long index,
        @Nullable String id,
        ItemStatus status,
        @Nullable String dealId,
        @Nullable Long sequence,
        @Nullable List<String> likelyDuplicates,
        @Nullable Boolean likelyDuplicatesUnknown,
        @Nullable Problem problem) {

    static ItemResult rejected(long index, @Nullable String id, Problem problem) {
        return new ItemResult(index, id, ItemStatus.REJECTED, null, null, null, null, problem);
    }
}
