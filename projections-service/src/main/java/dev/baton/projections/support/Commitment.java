package dev.baton.projections.support;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A promise to a customer, and what became of it.
///
/// @param due when its business time was over
/// @param breached when it was not fulfilled by then; it stays so when it is fulfilled late
/// @param voided when the service ended, or never was, before the promise was either kept or broken
public record Commitment(
        String deal,
        String commitment,
        String what,
        Instant made,
        Instant due,
        @Nullable Instant fulfilled,
        @Nullable Instant breached,
        @Nullable Instant voided) {

    Commitment fulfilledAt(Instant at) {
        return new Commitment(deal, commitment, what, made, due, at, breached, voided);
    }

    Commitment breachedAt(Instant at) {
        return new Commitment(deal, commitment, what, made, due, fulfilled, at, voided);
    }

    /// Only what is pending becomes void.
    Commitment voidedAt(Instant at) {
        return fulfilled == null && breached == null
                ? new Commitment(deal, commitment, what, made, due, null, null, at)
                : this;
    }
}
