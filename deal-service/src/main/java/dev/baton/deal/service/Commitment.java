package dev.baton.deal.service;

import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A promise to the customer.
///
/// @param breached when its time was over without its being fulfilled; it stays breached when it is fulfilled late
public record Commitment(
        String what,
        int workingMinutes,
        Instant due,
        @Nullable Instant fulfilled,
        @Nullable Instant breached) {

    static Commitment of(CommitmentMade made) {
        return new Commitment(made.what(), made.workingMinutes(), made.due(), null, null);
    }

    Commitment fulfilledAt(Instant at) {
        return new Commitment(what, workingMinutes, due, at, breached);
    }

    Commitment breachedAt(Instant at) {
        return new Commitment(what, workingMinutes, due, fulfilled, at);
    }

    /// Nothing has become of it yet, neither good nor bad.
    public boolean pending() {
        return fulfilled == null && breached == null;
    }

    public boolean overdueAt(Instant now) {
        return pending() && !now.isBefore(due);
    }
}
