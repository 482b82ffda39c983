package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An insert into one table, of any number of rows at once.
///
/// @param columns from name to SQL type, in the order of the values
public record RowInsert(String table, SequencedMap<String, String> columns, String sql) {

    /// @param columns names and SQL types in turns: `"key", "text", "status", "integer"`
    public static RowInsert into(String table, String... columns) {
        SequencedMap<String, String> typed = new java.util.LinkedHashMap<>();
        for (int column = 0; column < columns.length; column += 2) {
            typed.put(columns[column], columns[column + 1]);
        }
        return new RowInsert(table, typed, sql(table, typed));
    }

    /// @param values one for each column
    Rows rows(Connection connection, List<@Nullable Object[]> values) {
        return new Rows(this, connection, values);
    }

    private static String sql(String table, SequencedMap<String, String> columns) {
        String names = String.join(", ", columns.keySet());
        String arrays =
                columns.values().stream().map(type -> "?::" + type + "[]").collect(Collectors.joining(", "));
        return "insert into " + table + " (" + names + ") select " + names + " from unnest(" + arrays + ") as t ("
                + names + ")";
    }

    /// Rows that are ready to be written.
    record Rows(RowInsert insert, Connection connection, List<@Nullable Object[]> values) {

        void write() throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(insert.sql)) {
                bind(statement, 1);
                statement.executeUpdate();
            }
        }

        /// @return the parameter after the last that was bound
        int bind(PreparedStatement statement, int first) throws SQLException {
            int next = first;
            for (Map.Entry<String, String> column : insert.columns.entrySet()) {
                statement.setArray(next, connection.createArrayOf(column.getValue(), column(next - first)));
                next++;
            }
            return next;
        }

        /// As an array of strings where all are: the driver sends it as it is, and need not escape it.
        private @Nullable Object[] column(int number) {
            List<@Nullable Object> column = new ArrayList<>(values.size());
            values.forEach(row -> column.add(row[number]));
            return column.stream().allMatch(value -> value == null || value instanceof String)
                    ? column.toArray(new @Nullable String[0])
                    : column.toArray();
        }
    }
}
