package dev.baton.deal.ingest;

import dev.baton.deal.claim.Claim;
import org.jspecify.annotations.Nullable;

/// What became of an event that was not refused.
record Outcome(ItemStatus status, String deal, @Nullable Long sequence) {

    static Outcome applied(String deal, long sequence) {
        return new Outcome(ItemStatus.APPLIED, deal, sequence);
    }

    /// What a repeat is told: the present outcome of the first.
    static Outcome repeated(Claim claim) {
        return new Outcome(
                claim.status() == Claim.Status.APPLIED ? ItemStatus.REPLAYED : ItemStatus.PARKED,
                claim.deal(),
                claim.sequence());
    }

    /// What somebody is told whose event has just been parked, and perhaps applied already.
    static Outcome parked(Claim claim) {
        return new Outcome(
                claim.status() == Claim.Status.APPLIED ? ItemStatus.APPLIED : ItemStatus.PARKED,
                claim.deal(),
                claim.sequence());
    }

    ItemResult at(long index, String id) {
        return new ItemResult(index, id, status, deal, sequence, null);
    }
}
