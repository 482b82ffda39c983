package dev.baton.deal.versions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// A table of versions (name, version, definition, created_at, created_by); rows are only ever
/// added.
public final class VersionedRows<D> {
    private static final String COLUMNS = "name, version, definition, created_at, created_by";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String table;
    private final Class<D> type;

    /// @param table its name, which goes into the statements as it is
    public VersionedRows(JdbcClient jdbc, JsonMapper json, String table, Class<D> type) {
        this.jdbc = jdbc;
        this.json = json;
        this.table = table;
        this.type = type;
    }

    /// The newest version of each name.
    public List<Version<D>> newest() {
        return jdbc.sql("select distinct on (name) " + COLUMNS + " from " + table + " order by name, version desc")
                .query(this::row)
                .list();
    }

    public Optional<Version<D>> newest(String name) {
        return jdbc.sql("select " + COLUMNS + " from " + table + " where name = ? order by version desc limit 1")
                .param(name)
                .query(this::row)
                .optional();
    }

    public Optional<Version<D>> version(String name, int version) {
        return jdbc.sql("select " + COLUMNS + " from " + table + " where name = ? and version = ?")
                .params(name, version)
                .query(this::row)
                .optional();
    }

    /// All versions of the name, the newest first; none when it is not known.
    public List<Version<D>> history(String name) {
        return jdbc.sql("select " + COLUMNS + " from " + table + " where name = ? order by version desc")
                .param(name)
                .query(this::row)
                .list();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when somebody else wrote the version
    /// first
    public Version<D> add(String name, int version, D definition, String by) {
        return jdbc.sql("insert into " + table + " (name, version, definition, created_by) values (?, ?, ?::json, ?)"
                        + " returning " + COLUMNS)
                .params(name, version, json.writeValueAsString(definition), by)
                .query(this::row)
                .single();
    }

    private Version<D> row(ResultSet row, int number) throws SQLException {
        return new Version<>(
                row.getString("name"),
                row.getInt("version"),
                json.readValue(row.getString("definition"), type),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"));
    }
}
