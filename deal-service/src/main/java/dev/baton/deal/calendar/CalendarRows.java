package dev.baton.deal.calendar;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The table of calendars; rows are only ever added.
public final class CalendarRows {
    private static final String SELECT =
            "select team, version, definition, created_by, created_at from business_calendar ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public CalendarRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<CalendarVersionRow> newest() {
        return jdbc.sql("select distinct on (team) team, version, definition, created_by, created_at"
                        + " from business_calendar order by team, version desc")
                .query(this::row)
                .list();
    }

    Optional<CalendarVersionRow> newest(String team) {
        return jdbc.sql(SELECT + "where team = ? order by version desc limit 1")
                .param(team)
                .query(this::row)
                .optional();
    }

    Optional<CalendarVersionRow> version(String team, int version) {
        return jdbc.sql(SELECT + "where team = ? and version = ?")
                .params(team, version)
                .query(this::row)
                .optional();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when somebody else wrote the version first
    CalendarVersionRow add(String team, int version, CalendarDefinition definition, String by) {
        return jdbc.sql("insert into business_calendar (team, version, definition, created_by)"
                        + " values (?, ?, ?::json, ?) returning team, version, definition, created_by, created_at")
                .params(team, version, json.writeValueAsString(definition), by)
                .query(this::row)
                .single();
    }

    private CalendarVersionRow row(ResultSet row, int number) throws SQLException {
        return new CalendarVersionRow(
                row.getString("team"),
                row.getInt("version"),
                json.readValue(row.getString("definition"), CalendarDefinition.class),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
