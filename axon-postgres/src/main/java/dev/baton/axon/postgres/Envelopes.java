package dev.baton.axon.postgres;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Extensions;
import dev.baton.contract.StreamId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Between an event as it travels and its row.
final class Envelopes {
    private Envelopes() {}

    /// A foreign event for this log: everything its maker said of it is kept.
    static NewEvent toRow(EventEnvelope envelope, StreamId stream) {
        return new NewEvent(
                envelope.id(),
                stream,
                envelope.sequence(),
                envelope.type(),
                envelope.data(),
                AttributesText.write(attributes(envelope)),
                envelope.time(),
                envelope.source());
    }

    static StoredEvent toStored(EventRow row) {
        return new StoredEvent(row.position(), row.event().stream(), toEnvelope(row));
    }

    static EventEnvelope toEnvelope(EventRow row) {
        NewEvent event = row.event();
        Map<String, String> rest = new TreeMap<>(AttributesText.read(event.metadata()));
        return new EventEnvelope(
                event.id(),
                event.source(),
                event.type(),
                event.stream().subject(),
                event.sequence(),
                event.stream().partitionKey(),
                event.occurredAt(),
                recordedTime(rest.remove(Extensions.RECORDED_TIME), row.recordedAt()),
                uuid(rest.remove(Extensions.CAUSATION_ID)),
                uuid(rest.remove(Extensions.CORRELATION_ID)),
                rest.remove(Extensions.ACTOR),
                rest.remove(Extensions.ORIGIN_SOURCE),
                rest.remove(Extensions.ORIGIN_ID),
                rest,
                event.payload());
    }

    private static Map<String, String> attributes(EventEnvelope envelope) {
        Map<String, String> attributes = new TreeMap<>(envelope.extensions());
        attributes.put(Extensions.RECORDED_TIME, envelope.recordedTime().toString());
        put(attributes, Extensions.CAUSATION_ID, envelope.causationId());
        put(attributes, Extensions.CORRELATION_ID, envelope.correlationId());
        put(attributes, Extensions.ACTOR, envelope.actor());
        put(attributes, Extensions.ORIGIN_SOURCE, envelope.originSource());
        put(attributes, Extensions.ORIGIN_ID, envelope.originId());
        return attributes;
    }

    private static void put(Map<String, String> attributes, String name, @Nullable Object value) {
        if (value != null) {
            attributes.put(name, value.toString());
        }
    }

    /// Only an event that was taken in carries its recorded time: an own event's is the row's.
    private static Instant recordedTime(@Nullable String ofItsMaker, Instant recordedAt) {
        return ofItsMaker == null ? recordedAt : Instant.parse(ofItsMaker);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}
