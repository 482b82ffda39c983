package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/// An event that is about to be appended: everything of its row that does not depend on its place
/// in the log.
///
/// @param metadata a JSON object from string to string, as it will be written
/// @param occurredAt cut to the microseconds that PostgreSQL keeps, so that the digest can be
///     recomputed
record NewEvent(
        UUID id,
        StreamId stream,
        long sequence,
        String type,
        String payload,
        String metadata,
        Instant occurredAt,
        String source) {

    NewEvent {
        occurredAt = occurredAt.truncatedTo(ChronoUnit.MICROS);
    }
}
