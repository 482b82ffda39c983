package dev.baton.deal.ingest;

import dev.baton.deal.claim.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of an event that was not refused.
record Outcome(ItemStatus status, String deal, @Nullable Long sequence, List<String> likelyDuplicates) {

    static Outcome applied(String deal, long sequence) {
        return new Outcome(ItemStatus.APPLIED, deal, sequence, List.of());
    }

    /// What a repeat is told: the present outcome of the first.
    static Outcome repeated(Claim claim) {
        return new Outcome(
                claim.status() == Claim.Status.APPLIED ? ItemStatus.REPLAYED : ItemStatus.PARKED,
                claim.deal(),
                claim.sequence(),
                List.of());
    }

    /// What somebody is told whose event has just been parked, and perhaps applied already.
    static Outcome parked(Claim claim) {
        return new Outcome(
                claim.status() == Claim.Status.APPLIED ? ItemStatus.APPLIED : ItemStatus.PARKED,
                claim.deal(),
                claim.sequence(),
                List.of());
    }

    Outcome warning(List<String> known) {
        return new Outcome(status, deal, sequence, known);
    }

    ItemResult at(long index, String id) {
        return new ItemResult(
                index, id, status, deal, sequence, likelyDuplicates.isEmpty() ? null : likelyDuplicates, null);
    }
}
