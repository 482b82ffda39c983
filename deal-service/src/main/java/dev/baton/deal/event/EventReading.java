package dev.baton.deal.event;

import dev.baton.contract.Extensions;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads events in the two modes of CloudEvents over HTTP: structured (one JSON object) and binary (headers and data).
public final class EventReading {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");
    private static final String DATA = "data";

    private static final Set<String> ATTRIBUTES =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema");

    /// What Baton says of an event by itself; a sender's word for it does not count.
    private static final Set<String> OWN = Set.of(
            Extensions.SEQUENCE,
            Extensions.PARTITION_KEY,
            Extensions.RECORDED_TIME,
            Extensions.CAUSATION_ID,
            Extensions.CORRELATION_ID,
            Extensions.ACTOR,
            Extensions.ORIGIN_SOURCE,
            Extensions.ORIGIN_ID,
            Extensions.DEAL_ID,
            "recordedat",
            "occurredat");

    private final JsonMapper json;

    public EventReading(JsonMapper json) {
        this.json = json;
    }

    /// @throws tools.jackson.core.JacksonException when the text is not JSON
    /// @throws dev.baton.web.edge.problem.ProblemException when it is no event
    public PostedEvent structured(String text) {
        return structured(json.readTree(text));
    }

    public PostedEvent structured(JsonNode event) {
        if (!event.isObject()) {
            throw UnfitEvent.wrongType("", "an object: a CloudEvent in JSON");
        }
        Map<String, String> attributes = new TreeMap<>();
        for (Map.Entry<String, JsonNode> member : event.properties()) {
            if (!member.getKey().equals(DATA) && !member.getValue().isNull()) {
                attributes.put(member.getKey(), attribute(member.getKey(), member.getValue()));
            }
        }
        return event(attributes, event.get(DATA));
    }

    /// @param attributes from the `ce-` headers, without the prefix and decoded
    /// @param body the data
    public PostedEvent binary(Map<String, String> attributes, String body) {
        return event(attributes, body.isBlank() ? null : json.readTree(body));
    }

    private static PostedEvent event(Map<String, String> attributes, @Nullable JsonNode data) {
        Attribute.version(attributes);
        contentType(attributes);
        return new PostedEvent(
                Attribute.source(attributes),
                Attribute.id(attributes),
                Attribute.type(attributes),
                Attribute.subject(attributes),
                Attribute.time(attributes),
                Attribute.dealId(attributes),
                extensions(attributes),
                data(data));
    }

    private static JsonNode data(@Nullable JsonNode data) {
        if (data == null || data.isNull()) {
            throw UnfitEvent.missing(DATA);
        }
        if (!data.isObject()) {
            throw UnfitEvent.wrongType(DATA, "an object");
        }
        return data;
    }

    private static void contentType(Map<String, String> attributes) {
        String type = attributes.getOrDefault("datacontenttype", "application/json");
        if (!type.startsWith("application/json")) {
            throw UnfitEvent.invalid("datacontenttype", "must be application/json");
        }
    }

    private static String attribute(String name, JsonNode value) {
        if (!NAME.matcher(name).matches()) {
            throw UnfitEvent.unknownField(name);
        }
        if (ATTRIBUTES.contains(name) && !value.isString()) {
            throw UnfitEvent.wrongType(name, "a string");
        }
        if (!value.isString() && !value.isBoolean() && !value.isIntegralNumber()) {
            throw UnfitEvent.wrongType(name, "a string, a boolean or an integer");
        }
        return value.asString();
    }

    private static Map<String, String> extensions(Map<String, String> attributes) {
        Map<String, String> extensions = new TreeMap<>();
        attributes.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                throw UnfitEvent.unknownField(name);
            }
            if (!ATTRIBUTES.contains(name) && !OWN.contains(name)) {
                extensions.put(name, Attribute.printable(name, value, Attribute.LONGEST_EXTENSION));
            }
        });
        return extensions;
    }
}
