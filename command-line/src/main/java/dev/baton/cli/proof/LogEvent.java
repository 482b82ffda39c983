package dev.baton.cli.proof;

import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One line of a log, read by itself and nothing else's classes.
///
/// @param position its place in the log it was read from
/// @param sequence dense per source and subject
/// @param time when it happened, or takes effect
/// @param recorded when Baton stored it
/// @param cause the event that brought it about; empty when somebody did it
/// @param actor who did it; empty when it follows from its cause
/// @param line as it was read
public record LogEvent(
        long position,
        String id,
        String source,
        String type,
        String subject,
        long sequence,
        Instant time,
        Instant recorded,
        String cause,
        String actor,
        JsonNode data,
        String line) {
    static final JsonMapper JSON = new JsonMapper();

    public static LogEvent parse(String line) {
        JsonNode event = JSON.readTree(line);
        return new LogEvent(
                event.required("position").asLong(),
                event.required("id").asString(),
                event.required("source").asString(),
                event.required("type").asString(),
                event.required("subject").asString(),
                event.required("sequence").asLong(),
                Instant.parse(event.required("time").asString()),
                Instant.parse(event.required("recordedtime").asString()),
                event.path("causationid").asString(""),
                event.path("actor").asString(""),
                event.required("data"),
                line);
    }

    /// The same event at its place in another log.
    public LogEvent at(long elsewhere) {
        return new LogEvent(elsewhere, id, source, type, subject, sequence, time, recorded, cause, actor, data, line);
    }

    /// The event's name without prefix and version: `baton.deal.lead-found.v1` is `deal.lead-found`.
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
