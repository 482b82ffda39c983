package dev.baton.projections.row;

import static java.util.stream.Collectors.joining;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/// A table whose rows are records. Many rows go in one statement: an array per column, so that the
/// statement is the same, and stays prepared, for any number of rows.
public final class RowTable<R> {
    private final JdbcTemplate jdbc;
    private final String table;
    private final List<String> key;
    private final RowMapper<R> reading;
    private final List<Column<R>> columns = new ArrayList<>();

    /// @param table with its schema
    /// @param key the names of the primary key's columns
    public RowTable(JdbcTemplate jdbc, String table, List<String> key, RowMapper<R> reading) {
        this.jdbc = jdbc;
        this.table = table;
        this.key = List.copyOf(key);
        this.reading = reading;
    }

    public RowTable<R> column(String name, String type, Function<R, @Nullable Object> value) {
        columns.add(new Column<>(name, type, value));
        return this;
    }

    /// The rows whose first key column is one of these, in the order of the key.
    public List<R> of(Collection<String> keys) {
        String sql = "select " + names(columns.stream()) + " from " + table + " where " + key.getFirst()
                + " = any (?) order by " + String.join(", ", key);
        return keys.isEmpty()
                ? List.of()
                : jdbc.query(sql, statement -> statement.setArray(1, texts(statement.getConnection(), keys)), reading);
    }

    /// Writes rows, new ones and changed ones alike; writing the same row twice changes nothing.
    public void upsert(Collection<R> rows) {
        write(
                rows,
                "do update set "
                        + columns.stream()
                                .filter(column -> !key.contains(column.name()))
                                .map(column -> column.name() + " = excluded." + column.name())
                                .collect(joining(", ")));
    }

    /// Writes rows that never change once written.
    public void insertOnce(Collection<R> rows) {
        write(rows, "do nothing");
    }

    /// Writes rows of which the table has none yet, the fastest way there is.
    public void copy(Stream<R> rows) {
        Iterator<R> each = rows.iterator();
        if (!each.hasNext()) {
            return;
        }
        String sql = "copy " + table + " (" + names(columns.stream()) + ") from stdin";
        jdbc.execute((ConnectionCallback<Long>) connection -> {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            try {
                return copied(each, copy);
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    private long copied(Iterator<R> each, CopyIn copy) throws SQLException {
        CopyLines<R> lines = new CopyLines<>(copy, columns);
        while (each.hasNext()) {
            lines.add(each.next());
        }
        return lines.end();
    }

    private void write(Collection<R> rows, String onConflict) {
        if (rows.isEmpty()) {
            return;
        }
        String sql = "insert into " + table + " (" + names(columns.stream()) + ") select * from unnest("
                + columns.stream().map(column -> "?::" + column.type() + "[]").collect(joining(", "))
                + ") on conflict (" + String.join(", ", key) + ") " + onConflict;
        jdbc.execute((ConnectionCallback<Integer>) connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, rows);
                return statement.executeUpdate();
            }
        });
    }

    private void bind(PreparedStatement statement, Collection<R> rows) throws SQLException {
        int parameter = 1;
        for (Column<R> column : columns) {
            @Nullable
            Object[] values =
                    rows.stream().map(column.value()).map(RowTable::text).toArray();
            statement.setArray(parameter++, statement.getConnection().createArrayOf("text", values));
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private static Array texts(Connection connection, Collection<String> keys) throws SQLException {
        return connection.createArrayOf("text", keys.toArray());
    }

    private static <R> String names(Stream<Column<R>> columns) {
        return columns.map(Column::name).collect(joining(", "));
    }
}
