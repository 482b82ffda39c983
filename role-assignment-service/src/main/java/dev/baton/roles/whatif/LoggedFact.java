package dev.baton.roles.whatif;

import dev.baton.contract.StreamId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One fact of this service's log, which has the deals' facts and this service's own in one causal order.
///
/// @param position its place in the log
/// @param cause the event that brought it about; absent when somebody did it
/// @param actor who did it; absent when it follows from its cause
/// @param happened when it took effect
/// @param recorded when Baton stored it
record LoggedFact(
        long position,
        UUID id,
        @Nullable UUID cause,
        @Nullable String actor,
        StreamId stream,
        Instant happened,
        Instant recorded,
        Object event) {

    boolean ofDeal() {
        return stream.kind().equals(StreamId.DEAL);
    }

    boolean ofResponsibility() {
        return stream.kind().equals(StreamId.RESPONSIBILITY);
    }
}
