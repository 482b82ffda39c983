package dev.baton.web.edge.json;

import java.time.Instant;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/// An instant is written in ISO 8601 only: a number could be seconds or milliseconds.
final class IsoInstant extends StdScalarDeserializer<Instant> {

    IsoInstant() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) {
        return json.hasToken(JsonToken.VALUE_STRING)
                ? InstantDeserializer.INSTANT.deserialize(json, context)
                : (Instant) context.handleUnexpectedToken(Instant.class, json);
    }
}
