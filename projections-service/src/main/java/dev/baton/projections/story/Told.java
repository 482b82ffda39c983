package dev.baton.projections.story;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One event of a deal's story as it is answered.
///
/// @param ordinal its place in the story, from 1, in the order of the log
/// @param causeType the wire name of the event that brought it about, when that is in the same story
public record Told(
        int ordinal,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String actor,
        UUID eventId,
        String source,
        long sequence,
        @Nullable UUID causationId,
        @Nullable String causeType,
        @Nullable UUID correlationId,
        @Nullable String originSource,
        @Nullable String originId,
        JsonNode data) {}
