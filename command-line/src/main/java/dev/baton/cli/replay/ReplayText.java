package dev.baton.cli.replay;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A plan, and what came of it, in words.
final class ReplayText {
    private static final int SUBJECTS = 20;

    private ReplayText() {}

    static String ofPlan(JsonNode plan) {
        return format(
                """
                Reads    %,d events (%s), about %,d s
                Builds   %s beside %s, which goes on serving: %d tables, %,d rows there now
                Drops    %s
                Sends    %s
                """,
                plan.path("total").asLong(),
                plan.path("events").properties().stream()
                        .map(topic -> format(
                                "%s %,d", topic.getKey(), topic.getValue().asLong()))
                        .collect(joining(", ")),
                plan.path("estimatedSeconds").asLong(),
                plan.path("builds").asString(),
                plan.path("live").asString(),
                plan.path("tables").size(),
                plan.path("tables").properties().stream()
                        .mapToLong(table -> table.getValue().asLong())
                        .sum(),
                plan.path("drops").isEmpty()
                        ? "nothing"
                        : plan.path("drops")
                                .valueStream()
                                .map(JsonNode::asString)
                                .collect(joining(", ")),
                plan.path("sends").asString());
    }

    static String of(JsonNode replay) {
        return outcome(replay) + certificate(replay.path("certificate")) + differences(replay);
    }

    private static String outcome(JsonNode replay) {
        String built = replay.path("generation").asString();
        String before = replay.path("replaces").asString();
        return switch (replay.path("phase").asString()) {
            case "DONE" ->
                format(
                        "%s is live since %s; ./baton replay rollback goes back to %s.%n",
                        built, replay.path("finishedAt").asString(), before);
            case "DIFFERENT" ->
                format(
                        "%s differs from %s in %,d rows: nothing was swapped. docs/replay.md says what to do.%n",
                        built, before, replay.path("differing").asLong());
            case "FAILED" ->
                format(
                        "%s was given up: %s. %s stays live.%n",
                        built, replay.path("error").asString(), before);
            default ->
                format(
                        "%s: %s, %d %% (%,d of %,d events, %,d a second).%n",
                        built,
                        replay.path("phase").asString().toLowerCase(Locale.ROOT).replace('_', ' '),
                        replay.path("percent").asInt(),
                        replay.path("done").asLong(),
                        replay.path("total").asLong(),
                        replay.path("eventsPerSecond").asLong());
        };
    }

    private static String certificate(JsonNode certificate) {
        if (certificate.isMissingNode() || certificate.isNull()) {
            return "";
        }
        String tables = certificate
                .path("tables")
                .valueStream()
                .map(table -> format(
                        "  %-26s %,12d rows  %.16s%n",
                        table.path("table").asString(),
                        table.path("rows").asLong(),
                        table.path("checksum").asString()))
                .collect(joining());
        return format(
                "%sCertificate %s%n            of what %,d events come to%n",
                tables,
                certificate.path("checksum").asString(),
                certificate.path("events").asLong());
    }

    /// The deals by name, and of each where it differs.
    private static String differences(JsonNode replay) {
        long differing = replay.path("differing").asLong(0);
        if (differing == 0) {
            return "";
        }
        String listed = replay.path("differences")
                .valueStream()
                .limit(SUBJECTS)
                .map(ReplayText::difference)
                .collect(joining());
        return format("Rows that differ, %,d in all:%n%s", differing, listed);
    }

    private static String difference(JsonNode row) {
        String columns =
                row.path("columns").valueStream().map(JsonNode::asString).collect(joining(", "));
        return format(
                "  %s: %s %s %s%s%n",
                row.path("subject").asString(),
                row.path("table").asString(),
                row.path("key").asString(),
                row.path("how").asString().toLowerCase(Locale.ROOT),
                columns.isEmpty() ? "" : " in " + columns);
    }

    /// Alike in whatever language the machine speaks.
    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text, values);
    }
}
