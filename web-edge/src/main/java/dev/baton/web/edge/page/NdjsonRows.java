package dev.baton.web.edge.page;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import tools.jackson.databind.json.JsonMapper;

/// One JSON object a line.
public final class NdjsonRows implements RowFormat {
    private final JsonMapper json;

    public NdjsonRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void write(Class<?> type, Collection<?> rows, OutputStream out) throws IOException {
        for (Object row : rows) {
            out.write(json.writeValueAsBytes(row));
            out.write('\n');
        }
    }
}
