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
                time(event, "time"),
                time(event, "recordedtime"),
                event.path("causationid").asString(""),
                event.path("actor").asString(""),
                event.required("data"),
                line);
    }

    /// A log that does not say when is read as if it had been at the beginning of time: nothing is proven by it.
    private static Instant time(JsonNode event, String attribute) {
        String text = event.path(attribute).asString("");
        return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
    }

    /// The same event at its place in another log.
    LogEvent at(long elsewhere) {
        return new LogEvent(elsewhere, id, source, type, subject, sequence, time, recorded, cause, actor, data, line);
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
