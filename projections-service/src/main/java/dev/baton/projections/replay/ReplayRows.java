package dev.baton.projections.replay;

import dev.baton.contract.json.ContractJson;
import dev.baton.projections.generation.Positions;
import dev.baton.projections.row.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// The table `replay`.
@Component
@DependsOnDatabaseInitialization
class ReplayRows {
    private static final TypeReference<Map<String, Map<Integer, Long>>> FENCE = new TypeReference<>() {};
    private static final TypeReference<List<Difference>> DIFFERENCES = new TypeReference<>() {};

    private final JdbcClient jdbc;

    ReplayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @throws org.springframework.dao.DuplicateKeyException when another is under way, or the key
    ///     has been used
    long add(ReplayRequest request, String generation, String replaces, long total) {
        return jdbc.sql("""
                        insert into replay (generation, replaces, phase, requested_by, request_key, accept_differences, total)
                        values (:generation, :replaces, 'BUILDING', :by, :key, :accept, :total) returning id
                        """)
                .param("generation", generation)
                .param("replaces", replaces)
                .param("by", request.by())
                .param("key", request.key())
                .param("accept", request.acceptDifferences())
                .param("total", total)
                .query(Long.class)
                .single();
    }

    Optional<Replay> find(long id) {
        return jdbc.sql("select * from replay where id = ?")
                .param(id)
                .query(ReplayRows::read)
                .optional();
    }

    Optional<Replay> requested(ReplayRequest request) {
        return jdbc.sql("select * from replay where requested_by = :by and request_key = :key")
                .param("by", request.by())
                .param("key", request.key())
                .query(ReplayRows::read)
                .optional();
    }

    Optional<Replay> unfinished() {
        return jdbc.sql("select * from replay where finished_at is null")
                .query(ReplayRows::read)
                .optional();
    }

    /// Newest first.
    List<Replay> latest(int most) {
        return jdbc.sql("select * from replay order by id desc limit ?")
                .param(most)
                .query(ReplayRows::read)
                .list();
    }

    void enter(long id, ReplayPhase phase) {
        jdbc.sql("update replay set phase = ? where id = ?")
                .params(phase.name(), id)
                .update();
    }

    void progress(long id, long done, long total, int percent, long rate) {
        jdbc.sql("update replay set done = ?, total = ?, percent = ?, rate = ? where id = ? and finished_at is null")
                .params(done, total, percent, rate, id)
                .update();
    }

    void compared(long id, Comparison comparison) {
        jdbc.sql("""
                        update replay set fence = ?::json, certificate = ?::json, differing = ?, differences = ?::json
                        where id = ?
                        """)
                .params(
                        json(byTopic(comparison.fence())),
                        json(comparison.certificate()),
                        comparison.differing(),
                        json(comparison.differences()),
                        id)
                .update();
    }

    void finish(long id, ReplayPhase phase, @Nullable String error) {
        jdbc.sql("""
                        update replay set phase = :phase, finished_at = now(), error = :error,
                               percent = case when :phase = 'DONE' then 100 else percent end
                        where id = :id
                        """)
                .param("phase", phase.name())
                .param("error", error)
                .param("id", id)
                .update();
    }

    /// @return how often it has been tried
    int failedOnce(long id, String error) {
        return jdbc.sql("update replay set attempts = attempts + 1, error = ? where id = ? returning attempts")
                .params(error, id)
                .query(Integer.class)
                .single();
    }

    private static Map<String, Map<Integer, Long>> byTopic(Positions fence) {
        Map<String, Map<Integer, Long>> byTopic = new TreeMap<>();
        fence.next()
                .forEach((partition, offset) -> byTopic.computeIfAbsent(partition.topic(), topic -> new TreeMap<>())
                        .put(partition.partition(), offset));
        return byTopic;
    }

    private static Replay read(ResultSet row, int number) throws SQLException {
        long done = row.getLong("done");
        long total = row.getLong("total");
        long rate = row.getLong("rate");
        String fence = row.getString("fence");
        String certificate = row.getString("certificate");
        String differences = row.getString("differences");
        return new Replay(
                row.getLong("id"),
                Cells.text(row, "generation"),
                Cells.text(row, "replaces"),
                ReplayPhase.valueOf(Cells.text(row, "phase")),
                Cells.text(row, "requested_by"),
                row.getBoolean("accept_differences"),
                done,
                total,
                row.getInt("percent"),
                rate,
                rate > 0 && total > done ? Math.ceilDiv(total - done, rate) : null,
                Cells.moment(row, "started_at"),
                Cells.instant(row, "finished_at"),
                fence == null ? null : ContractJson.mapper().readValue(fence, FENCE),
                certificate == null ? null : ContractJson.mapper().readValue(certificate, Certificate.class),
                row.getObject("differing", Long.class),
                differences == null ? null : ContractJson.mapper().readValue(differences, DIFFERENCES),
                row.getString("error"));
    }

    private static String json(Object value) {
        return ContractJson.mapper().writeValueAsString(value);
    }
}
