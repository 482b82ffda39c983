package dev.baton.projections.row;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/// Rows in the text format of COPY, sent in portions.
final class CopyLines<R> {
    private static final int PORTION = 1 << 16;
    private static final String SPECIAL = "\\\t\n\r";
    private static final String LETTERS = "\\tnr";

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
        switch (value) {
            case null -> lines.append("\\N");
            case Instant moment -> MomentText.append(lines, moment);
            default -> text(value.toString());
        }
    }

    /// In stretches between the characters that COPY reads otherwise.
    private void text(String text) {
        int written = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' || (c < ' ' && SPECIAL.indexOf(c) >= 0)) {
                lines.append(text, written, at).append('\\').append(LETTERS.charAt(SPECIAL.indexOf(c)));
                written = at + 1;
            }
        }
        if (written == 0) {
            lines.append(text);
        } else {
            lines.append(text, written, text.length());
        }
    }
}
