package dev.baton.cli.proof;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of a log, read by itself and nothing else's classes.
///
/// @param position its place in the log it was read from
/// @param sequence dense per source and subject
public record LogEvent(
        long position, String id, String source, String type, String subject, long sequence, JsonNode data) {
    private static final JsonMapper JSON = new JsonMapper();

    public static LogEvent parse(String line) {
        JsonNode event = JSON.readTree(line);
        return new LogEvent(
                event.required("position").asLong(),
                event.required("id").asString(),
                event.required("source").asString(),
                event.required("type").asString(),
                event.required("subject").asString(),
                event.required("sequence").asLong(),
                event.required("data"));
    }

    /// The event's name without family and version: `baton.deal.lead-found.v1` is `deal.lead-found`.
    String name() {
        return type.replaceFirst("^baton\\.", "").replaceFirst("\\.v\\d+$", "");
    }

    String text(String field) {
        return data.path(field).asString("");
    }

    int number(String field) {
        return data.path(field).asInt(0);
    }
}
