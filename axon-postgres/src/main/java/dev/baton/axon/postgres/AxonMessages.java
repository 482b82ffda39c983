package dev.baton.axon.postgres;

import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;

/// Between Axon's event messages and rows, by the codec of the published language: Axon's
/// serializers never see an event of the log.
final class AxonMessages {
    private final EventCodec codec;
    private final String source;

    AxonMessages(EventCodec codec, String source) {
        this.codec = codec;
        this.source = source;
    }

    NewEvent toRow(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event)) {
            throw new IllegalArgumentException("only an aggregate's events are stored, not "
                    + message.getPayloadType().getName());
        }
        EventCodec.Encoded encoded = codec.encode(event.getPayload());
        return new NewEvent(
                UUID.fromString(event.getIdentifier()),
                StreamId.parse(event.getAggregateIdentifier()),
                event.getSequenceNumber(),
                encoded.type(),
                encoded.data(),
                AttributesText.write(storedAttributes(event.getMetaData())),
                occurredAt(event),
                source);
    }

    /// An event for a stream of the whole log; one of an unknown type carries an [UnknownEvent].
    TrackedEventMessage<?> toTracked(EventRow row) {
        NewEvent event = row.event();
        Object payload = codec.knows(event.type())
                ? codec.decode(event.type(), event.payload())
                : new UnknownEvent(event.type(), event.payload());
        return new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(row.position()), toDomain(row, payload));
    }

    /// An event for its aggregate.
    ///
    /// @throws dev.baton.contract.UnknownEventType when a part of the aggregate's history cannot be
    ///     understood
    DomainEventMessage<?> toDomain(EventRow row) {
        return toDomain(row, codec.decode(row.event().type(), row.event().payload()));
    }

    private static DomainEventMessage<?> toDomain(EventRow row, Object payload) {
        NewEvent event = row.event();
        return new GenericDomainEventMessage<>(
                event.stream().kind(),
                event.stream().toString(),
                event.sequence(),
                payload,
                readAttributes(row),
                event.id().toString(),
                event.occurredAt());
    }

    private static MetaData readAttributes(EventRow row) {
        EventEnvelope envelope = Envelopes.toEnvelope(row);
        Map<String, String> attributes =
                new TreeMap<>(AttributesText.read(row.event().metadata()));
        attributes.put(Attributes.SUBJECT, envelope.subject());
        attributes.put(Attributes.SOURCE, envelope.source());
        attributes.put(Attributes.OCCURRED_AT, envelope.time().toString());
        attributes.put(Attributes.RECORDED_AT, envelope.recordedTime().toString());
        return MetaData.from(attributes);
    }

    private static Map<String, String> storedAttributes(MetaData metaData) {
        Map<String, String> stored = new TreeMap<>();
        metaData.forEach((name, value) -> {
            if (value instanceof String text && Attributes.travels(name)) {
                stored.put(name, text);
            }
        });
        return stored;
    }

    private static Instant occurredAt(EventMessage<?> event) {
        return event.getMetaData().get(Attributes.OCCURRED_AT) instanceof String text
                ? Instant.parse(text)
                : event.getTimestamp();
    }
}
