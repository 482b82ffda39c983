package dev.baton.axon.kafka;

import dev.baton.contract.EventEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/// Events of made-up deals; an event's id follows from its source, deal and sequence, so a second sending equals
/// the first.
public final class Deals {
    public static final Instant TIME = Instant.parse("2017-03-01T12:00:00Z");

    private Deals() {}

    public static String newDeal() {
        return UUID.randomUUID().toString();
    }

    public static EventEnvelope event(String source, String deal, long sequence) {
        var name = source + "/" + deal + "/" + sequence;
        return new EventEnvelope(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                source,
                "baton.deal.next-step-set.v1",
                deal,
                sequence,
                deal,
                TIME.plusSeconds(sequence),
                TIME.plusSeconds(sequence + 1),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                "{\"step\":" + sequence + "}");
    }
}
