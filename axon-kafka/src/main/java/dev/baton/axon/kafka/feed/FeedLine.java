package dev.baton.axon.kafka.feed;

import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Extensions;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/// An event of the log as a structured CloudEvent, with its position in the log beside it; the data is byte for byte
/// what was stored.
public final class FeedLine {
    private final JsonMapper json;

    public FeedLine(JsonMapper json) {
        this.json = json;
    }

    String of(StoredEvent stored) {
        StringWriter line = new StringWriter(1024);
        try (JsonGenerator out = json.createGenerator(line)) {
            out.writeStartObject();
            out.writeNumberProperty("position", stored.position());
            attributes(stored.envelope(), out);
            extensions(stored.envelope(), out);
            out.writeName("data");
            out.writeRawValue(stored.envelope().data());
            out.writeEndObject();
        }
        return line.toString();
    }

    private static void attributes(EventEnvelope event, JsonGenerator out) {
        out.writeStringProperty("specversion", "1.0");
        out.writeStringProperty("id", event.id().toString());
        out.writeStringProperty("source", event.source());
        out.writeStringProperty("type", event.type());
        out.writeStringProperty("subject", event.subject());
        out.writeStringProperty("time", event.time().toString());
        out.writeStringProperty("datacontenttype", "application/json");
    }

    private static void extensions(EventEnvelope event, JsonGenerator out) {
        out.writeStringProperty(Extensions.SEQUENCE, String.valueOf(event.sequence()));
        out.writeStringProperty(Extensions.PARTITION_KEY, event.partitionKey());
        out.writeStringProperty(Extensions.RECORDED_TIME, event.recordedTime().toString());
        optional(Extensions.CAUSATION_ID, event.causationId(), out);
        optional(Extensions.CORRELATION_ID, event.correlationId(), out);
        optional(Extensions.ACTOR, event.actor(), out);
        optional(Extensions.ORIGIN_SOURCE, event.originSource(), out);
        optional(Extensions.ORIGIN_ID, event.originId(), out);
        event.extensions().forEach((name, value) -> optional(name, value, out));
    }

    private static void optional(String name, @Nullable Object value, JsonGenerator out) {
        if (value != null) {
            out.writeStringProperty(name, value.toString());
        }
    }
}
