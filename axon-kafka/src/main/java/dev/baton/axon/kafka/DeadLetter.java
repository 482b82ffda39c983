package dev.baton.axon.kafka;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A record that could not be applied; what is absent could not be read from it.
///
/// @param waiting how many later events of the same subject wait behind it
public record DeadLetter(
        long id,
        String reader,
        @Nullable String source,
        @Nullable String subject,
        @Nullable Long sequence,
        @Nullable String eventId,
        @Nullable String type,
        String topic,
        int partition,
        long offset,
        String error,
        int attempts,
        Instant failedAt,
        boolean retryRequested,
        long waiting) {}
