package dev.baton.axon.kafka.cloudevents;

import static dev.baton.axon.kafka.cloudevents.CloudEventHeaders.PREFIX;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Extensions;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Writes an envelope as a record: one `ce_` header per attribute, the payload untouched as its value.
public final class CloudEventWriter {

    public ProducerRecord<byte[], byte[]> write(String topic, EventEnvelope event) {
        var record = new ProducerRecord<>(topic, bytes(event.partitionKey()), bytes(event.data()));
        writeAttributes(event, record.headers());
        writeExtensions(event, record.headers());
        return record;
    }

    private static void writeAttributes(EventEnvelope event, Headers headers) {
        headers.add(CloudEventHeaders.CONTENT_TYPE, bytes(CloudEventHeaders.JSON));
        put(headers, "specversion", CloudEventHeaders.VERSION);
        put(headers, "id", event.id());
        put(headers, "source", event.source());
        put(headers, "type", event.type());
        put(headers, "subject", event.subject());
        put(headers, "time", event.time());
    }

    private static void writeExtensions(EventEnvelope event, Headers headers) {
        put(headers, Extensions.SEQUENCE, event.sequence());
        put(headers, Extensions.PARTITION_KEY, event.partitionKey());
        put(headers, Extensions.RECORDED_TIME, event.recordedTime());
        put(headers, Extensions.CAUSATION_ID, event.causationId());
        put(headers, Extensions.CORRELATION_ID, event.correlationId());
        put(headers, Extensions.ACTOR, event.actor());
        put(headers, Extensions.ORIGIN_SOURCE, event.originSource());
        put(headers, Extensions.ORIGIN_ID, event.originId());
        event.extensions().forEach((name, value) -> {
            if (CloudEventHeaders.travels(name)) {
                put(headers, name, value);
            }
        });
    }

    private static void put(Headers headers, String attribute, @Nullable Object value) {
        if (value != null) {
            headers.add(PREFIX + attribute, bytes(value.toString()));
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
