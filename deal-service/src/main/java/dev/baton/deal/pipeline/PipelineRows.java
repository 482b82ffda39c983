package dev.baton.deal.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// The table of pipelines; rows are only ever added.
public final class PipelineRows {
    private static final String SELECT = "select name, version, definition, created_at from pipeline ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public PipelineRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<PipelineVersion> newest() {
        return jdbc.sql("select distinct on (name) name, version, definition, created_at from pipeline"
                        + " order by name, version desc")
                .query(this::row)
                .list();
    }

    Optional<PipelineVersion> newest(String name) {
        return jdbc.sql(SELECT + "where name = ? order by version desc limit 1")
                .param(name)
                .query(this::row)
                .optional();
    }

    Optional<PipelineVersion> version(String name, int version) {
        return jdbc.sql(SELECT + "where name = ? and version = ?")
                .params(name, version)
                .query(this::row)
                .optional();
    }

    /// @throws org.springframework.dao.DuplicateKeyException when somebody else wrote the version first
    PipelineVersion add(String name, int version, PipelineDefinition definition) {
        return jdbc.sql("insert into pipeline (name, version, definition) values (?, ?, ?::json)"
                        + " returning name, version, definition, created_at")
                .params(name, version, json.writeValueAsString(definition))
                .query(this::row)
                .single();
    }

    private PipelineVersion row(ResultSet row, int number) throws SQLException {
        return new PipelineVersion(
                row.getString("name"),
                row.getInt("version"),
                json.readValue(row.getString("definition"), PipelineDefinition.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
