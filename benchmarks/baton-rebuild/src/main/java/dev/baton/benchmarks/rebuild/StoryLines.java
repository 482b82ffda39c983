package dev.baton.benchmarks.rebuild;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/// Rows in COPY's text format, sent in portions.
final class StoryLines {
    private static final int PORTION = 1 << 16;
    private static final String COPY =
            "copy story (deal_id, event_id, source, sequence, type, occurred_at, recorded_at, data) from stdin";

    private final CopyIn copy;
    private final StringBuilder lines = new StringBuilder(PORTION * 2);

    StoryLines(Connection connection) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
    }

    /// @param parsed what the payload says, which a read model needs and this one only asks for
    void add(
            Object parsed,
            String deal,
            String id,
            String source,
            long sequence,
            String type,
            String occurredAt,
            String recordedAt,
            String data)
            throws SQLException {
        Objects.requireNonNull(parsed);
        lines.append(deal).append('\t').append(id).append('\t').append(source).append('\t');
        lines.append(sequence).append('\t').append(type).append('\t');
        lines.append(occurredAt).append('\t').append(recordedAt).append('\t');
        escaped(data);
        lines.append('\n');
        if (lines.length() >= PORTION) {
            send();
        }
    }

    long end() throws SQLException {
        send();
        return copy.endCopy();
    }

    private void send() throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private void escaped(String text) {
        if (text.indexOf('\\') < 0 && text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0) {
            lines.append(text);
        } else {
            lines.append(text.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r"));
        }
    }
}
