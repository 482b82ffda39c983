package dev.baton.web.edge.page;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// RFC 4180 with a header line; cells are worded exactly as in the JSON of the same row.
public final class CsvRows implements RowFormat {
    private final JsonMapper json;

    public CsvRows(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void write(Class<?> type, Collection<?> rows, OutputStream out) throws IOException {
        List<Column> columns = columns(type, "", "");
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(columns.stream().map(Column::name).toList());
        for (Object row : rows) {
            JsonNode fields = json.valueToTree(row);
            csv.writeRecord(columns.stream().map(column -> column.cell(fields)).toList());
        }
        csv.flush();
    }

    private List<Column> columns(Class<?> type, String prefix, String pointer) {
        return Stream.of(type.getRecordComponents())
                .flatMap(component -> {
                    String name = prefix + component.getName();
                    String at = pointer + "/" + component.getName();
                    return component.getType().isRecord()
                            ? columns(component.getType(), name + ".", at).stream()
                            : Stream.of(new Column(name, at));
                })
                .toList();
    }

    private record Column(String name, String pointer) {
        String cell(JsonNode row) {
            JsonNode value = row.at(pointer);
            return value.isMissingNode() || value.isNull()
                    ? ""
                    : value.isValueNode() ? value.asString() : value.toString();
        }
    }
}
