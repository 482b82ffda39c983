package dev.baton.projections.timeline;

import dev.baton.projections.fact.StoryFact;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One event of a deal's story. Its place in the story is not its own: the view `deal_timeline` tells it from all
/// events, whichever came first.
///
/// @param data the payload as it was written
public record TimelineEntry(
        String deal,
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

    static TimelineEntry of(StoryFact fact) {
        var envelope = fact.envelope();
        return new TimelineEntry(
                fact.deal(),
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
