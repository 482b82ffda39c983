package dev.baton.projections.deal;

import dev.baton.projections.fact.DealFact;
import dev.baton.projections.fact.StoryFact;
import java.time.Instant;

/// How much of the deal's story is in the row.
///
/// @param version the deal's own sequence number, what a writer names as the version it has seen
/// @param events facts folded, from both services
/// @param lastOccurred the latest occurredAt of them, whichever came last
/// @param lastRecorded the latest recordedAt of them
public record Progress(long version, int events, Instant lastOccurred, Instant lastRecorded) {

    static Progress begunBy(DealFact found) {
        return new Progress(found.envelope().sequence(), 1, found.occurredAt(), found.recordedAt());
    }

    Progress and(StoryFact fact) {
        long seen = fact instanceof DealFact ? fact.envelope().sequence() : version;
        return new Progress(
                seen, events + 1, later(lastOccurred, fact.occurredAt()), later(lastRecorded, fact.recordedAt()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
