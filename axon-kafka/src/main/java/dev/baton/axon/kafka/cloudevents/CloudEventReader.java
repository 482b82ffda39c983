package dev.baton.axon.kafka.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Extensions;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Reads a record back into the envelope, whoever wrote it.
public final class CloudEventReader {
    private static final char REPLACEMENT = '\uFFFD';

    /// @throws NotAnEvent when it is no CloudEvent 1.0 in binary mode, or lacks what Baton needs
    public EventEnvelope read(ConsumerRecord<byte[], byte[]> record) {
        var attributes = Attributes.of(record.headers());
        attributes.requireVersion();
        attributes.requireJson();
        return envelope(attributes, data(record));
    }

    private static EventEnvelope envelope(Attributes attributes, String data) {
        return new EventEnvelope(
                attributes.required("id", UUID::fromString),
                attributes.required("source", String::valueOf),
                attributes.required("type", String::valueOf),
                attributes.required("subject", String::valueOf),
                attributes.required(Extensions.SEQUENCE, CloudEventReader::sequence),
                attributes.required(Extensions.PARTITION_KEY, String::valueOf),
                attributes.required("time", WireTime::parse),
                attributes.required(Extensions.RECORDED_TIME, WireTime::parse),
                attributes.optional(Extensions.CAUSATION_ID, UUID::fromString),
                attributes.optional(Extensions.CORRELATION_ID, UUID::fromString),
                attributes.optional(Extensions.ACTOR, String::valueOf),
                attributes.optional(Extensions.ORIGIN_SOURCE, String::valueOf),
                attributes.optional(Extensions.ORIGIN_ID, String::valueOf),
                attributes.extensions(),
                data);
    }

    private static String data(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null || record.value().length == 0) {
            throw new NotAnEvent("the record has no data", null);
        }
        String text = new String(record.value(), UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : strict(record.value());
    }

    /// The replacement character may stand for bytes that are no text, or may have been written.
    private static String strict(byte[] value) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(value)).toString();
        } catch (CharacterCodingException e) {
            throw new NotAnEvent("the record's data is not UTF-8", e);
        }
    }

    private static Long sequence(String text) {
        long sequence = Long.parseLong(text);
        if (sequence < 0) {
            throw new NumberFormatException("negative");
        }
        return sequence;
    }
}
