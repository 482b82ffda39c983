package dev.baton.deal.rates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The table of tables of rates; rows are only ever added.
public final class RateTableRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    public RateTableRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /// The newest first.
    List<RateTableVersion> all() {
        return jdbc.sql("select version, definition, created_by, created_at from exchange_rate_table"
                        + " order by version desc")
                .query(this::row)
                .list();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when somebody else wrote the version first
    RateTableVersion add(int version, RateTable table, String by) {
        return jdbc.sql("insert into exchange_rate_table (version, definition, created_by) values (?, ?::json, ?)"
                        + " returning version, definition, created_by, created_at")
                .params(version, json.writeValueAsString(table), by)
                .query(this::row)
                .single();
    }

    private RateTableVersion row(ResultSet row, int number) throws SQLException {
        return new RateTableVersion(
                row.getInt("version"),
                json.readValue(row.getString("definition"), RateTable.class),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
