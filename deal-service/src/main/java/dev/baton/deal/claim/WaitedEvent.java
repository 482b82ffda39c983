package dev.baton.deal.claim;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that came too early, as ops see it: while it waits, and after it has waited in vain.
///
/// @param number its place in the order of arrival
/// @param awaits while it waits: what must come first, as a stable code
/// @param expiresAt while it waits: until when
/// @param problem why it was given up
/// @param discardedBy who decided that it is not needed
public record WaitedEvent(
        long number,
        State state,
        String source,
        String id,
        String type,
        String dealId,
        String actor,
        Instant since,
        @Nullable String awaits,
        @Nullable Instant expiresAt,
        @Nullable String problem,
        @Nullable Instant givenUpAt,
        @Nullable String discardedBy) {

    public boolean waits() {
        return state == State.WAITING;
    }

    public enum State {
        WAITING,
        /// Its time to live has passed.
        EXPIRED,
        /// It was refused when its turn came.
        REFUSED,
        /// Given up, and settled by ops.
        DISCARDED
    }
}
