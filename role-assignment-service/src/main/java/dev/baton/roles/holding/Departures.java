package dev.baton.roles.holding;

import dev.baton.contract.Role;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How far the deals of somebody who left have come to new hands.
@Repository
class Departures {
    private final JdbcClient jdbc;

    Departures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The latest departure from each role that the person had.
    List<Progress> of(String member) {
        return jdbc.sql("""
                        select distinct on (left_role.role) left_role.role, left_role.departed_at, left_role.deals,
                               (select count(*) from responsibility held
                                where held.role = left_role.role and held.member = left_role.member
                                  and held.ended_at is null) as remaining
                        from departure left_role where left_role.member = ?
                        order by left_role.role, left_role.departed_at desc""")
                .param(member)
                .query((row, ignored) -> new Progress(
                        Role.valueOf(row.getString("role")),
                        row.getObject("departed_at", OffsetDateTime.class).toInstant(),
                        row.getInt("deals"),
                        row.getInt("remaining")))
                .list();
    }

    /// @param deals that the person held when they left
    /// @param remaining that they still hold
    record Progress(Role role, Instant departed, int deals, int remaining) {
        boolean done() {
            return remaining == 0;
        }
    }
}
