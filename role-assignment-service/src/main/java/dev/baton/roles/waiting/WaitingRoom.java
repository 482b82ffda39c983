package dev.baton.roles.waiting;

import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/// The legs that wait, as rows.
@Repository
class WaitingRoom {
    private final JdbcOperations jdbc;

    WaitingRoom(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    boolean anybody(Role role) {
        return !jdbc.queryForList("""
                        select 1 from waiting_assignment
                        where role = ? and not woken and (manager is null or waits_on) limit 1""", Integer.class, role.name()).isEmpty();
    }

    /// The longest waiting first. Nobody takes a leg who has declined it, or who holds it and hands it on.
    List<Waiting> of(Role role, Instant now, int most) {
        return jdbc.query("""
                select waiting.deal, waiting.role, waiting.territory, waiting.woken, lead.pipeline, lead.product,
                       lead.language,
                       array(select member from decliner where decliner.deal = waiting.deal
                             union select member from responsibility held
                             where held.deal = waiting.deal and held.role = waiting.role) as excluded
                from waiting_assignment waiting left join lead on lead.deal = waiting.deal
                where waiting.role = ? and (waiting.manager is null or waiting.waits_on)
                order by waiting.since, waiting.deal limit ?""", (row, ignored) -> waiting(row, now), role.name(), most);
    }

    private static Waiting waiting(ResultSet row, Instant now) throws SQLException {
        String pipeline = row.getString("pipeline");
        return new Waiting(
                row.getString("deal"),
                pipeline == null ? "" : pipeline,
                new RoutingRequest(
                        Role.valueOf(row.getString("role")),
                        row.getString("territory"),
                        row.getString("product"),
                        row.getString("language"),
                        null,
                        null,
                        null,
                        now,
                        excluded(row)),
                row.getBoolean("woken"));
    }

    private static Map<String, String> excluded(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("excluded").getArray())
                .collect(Collectors.toMap(Function.identity(), member -> "not for this leg"));
    }
}
