package dev.baton.projections.deal;

import java.time.Instant;

/// The state a deal is in.
///
/// @param since occurredAt of the fact that led to it
/// @param attempt how often it has been on its way: 1 until it is reopened
public record Standing(DealState state, Instant since, int attempt) {

    Standing entering(DealState next, Instant at) {
        return new Standing(next, at, attempt);
    }
}
