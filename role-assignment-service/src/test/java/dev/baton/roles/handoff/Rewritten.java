package dev.baton.roles.handoff;

import dev.baton.cli.proof.LogEvent;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Rows of a log as somebody would like them to have been written.
final class Rewritten {
    private static final JsonMapper JSON = new JsonMapper();

    private Rewritten() {}

    static LogEvent data(LogEvent row, Consumer<ObjectNode> change) {
        return line(row, line -> change.accept((ObjectNode) line.required("data")));
    }

    static LogEvent time(LogEvent row, Instant time) {
        return line(row, line -> line.put("time", time.toString()));
    }

    static LogEvent by(LogEvent row, String cause, String actor) {
        return line(row, line -> line.put("causationid", cause).put("actor", actor));
    }

    static LogEvent source(LogEvent row, String source) {
        return line(row, line -> line.put("source", source));
    }

    /// A row like that one, of its own.
    static LogEvent another(LogEvent row, String name) {
        String family = row.type().replaceFirst("^(baton\\.[a-z]+\\.).*", "$1");
        return line(row, line -> line.put("id", UUID.randomUUID().toString()).put("type", family + name + ".v1"));
    }

    /// As whoever reads the log would find it, at the same place.
    private static LogEvent line(LogEvent row, Consumer<ObjectNode> change) {
        ObjectNode line = (ObjectNode) JSON.readTree(row.line());
        change.accept(line);
        return LogEvent.parse(JSON.writeValueAsString(line)).at(row.position());
    }
}
