package dev.baton.projections.row;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/// Rows in the text format of COPY, sent in portions.
final class CopyLines<R> {
    private static final int PORTION = 1 << 16;

    private final CopyIn copy;
    private final List<Column<R>> columns;
    private final StringBuilder lines = new StringBuilder(PORTION + (PORTION >> 2));

    CopyLines(CopyIn copy, List<Column<R>> columns) {
        this.copy = copy;
        this.columns = columns;
    }

    void add(R row) throws SQLException {
        for (int column = 0; column < columns.size(); column++) {
            lines.append(column == 0 ? "" : "\t");
            cell(columns.get(column).value().apply(row));
        }
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

    private void cell(@Nullable Object value) {
        if (value == null) {
            lines.append("\\N");
        } else {
            text(value.toString());
        }
    }

    private void text(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            switch (c) {
                case '\\' -> lines.append("\\\\");
                case '\t' -> lines.append("\\t");
                case '\n' -> lines.append("\\n");
                case '\r' -> lines.append("\\r");
                default -> lines.append(c);
            }
        }
    }
}
