package dev.baton.deal.ingest;

import dev.baton.deal.claim.Claim;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What became of an event that was not refused.
///
/// @param likelyDuplicates null when they could not be asked
record Outcome(
        ItemStatus status,
        String deal,
        @Nullable Long sequence,
        @Nullable List<String> likelyDuplicates) {

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

    /// What somebody is told whose event has been parked when nothing more is known.
    static Outcome parked(String deal) {
        return new Outcome(ItemStatus.PARKED, deal, null, List.of());
    }

    Outcome warning(List<String> known) {
        return new Outcome(status, deal, sequence, known);
    }

    /// Nobody could be asked whether the lead is on its way already.
    Outcome unasked() {
        return new Outcome(status, deal, sequence, null);
    }

    ItemResult at(long index, String id) {
        List<String> known = likelyDuplicates;
        return new ItemResult(
                index,
                id,
                status,
                deal,
                sequence,
                known == null || known.isEmpty() ? null : known,
                known == null ? true : null,
                null);
    }
}
