package dev.baton.projections.timeline;

import dev.baton.projections.fact.StoryFact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One event of a deal's story.
///
/// @param ordinal its place in the story, from 1, in the order of the log
/// @param data the payload as it was written
public record TimelineEntry(
        String deal,
        int ordinal,
        UUID event,
        String source,
        long sequence,
        String type,
        Instant occurredAt,
        Instant recordedAt,
        @Nullable String actor,
        @Nullable UUID causation,
        @Nullable UUID correlation,
        @Nullable String originSource,
        @Nullable String originId,
        String data) {

    static TimelineEntry of(StoryFact fact, int ordinal) {
        var envelope = fact.envelope();
        return new TimelineEntry(
                fact.deal(),
                ordinal,
                envelope.id(),
                envelope.source(),
                envelope.sequence(),
                envelope.type(),
                envelope.time(),
                envelope.recordedTime(),
                envelope.actor(),
                envelope.causationId(),
                envelope.correlationId(),
                envelope.originSource(),
                envelope.originId(),
                envelope.data());
    }
}
