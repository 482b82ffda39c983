package dev.baton.projections.workload;

import dev.baton.contract.Role;
import dev.baton.contract.json.ContractJson;
import dev.baton.projections.answer.After;
import dev.baton.projections.row.Cells;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Asks the views `workload` and `workload_day`.
@Component
public class WorkloadQuery {
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final JdbcClient jdbc;

    WorkloadQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Workload> ask(@Nullable Role role) {
        return jdbc.sql("""
                        select * from analytics.workload
                        where :role::text is null or role = :role order by role, name, member
                        """)
                .param("role", role == null ? null : role.name())
                .query(WorkloadQuery::workload)
                .list();
    }

    public Page<WorkloadDay> days(@Nullable Role role, @Nullable String member, PageRequest page) {
        After after = After.of(page, LocalDate::parse, String::valueOf, String::valueOf);
        List<WorkloadDay> days = jdbc.sql("""
                        select day, role, member, intake, declines from analytics.workload_day
                        where (:role::text is null or role = :role) and (:member::text is null or member = :member)
                          and (:day::text is null or (day, role, member) > (:day::date, :afterRole, :afterMember))
                        order by day, role, member limit :limit
                        """)
                .param("role", role == null ? null : role.name())
                .param("member", member)
                .param("day", after.key(0))
                .param("afterRole", after.key(1))
                .param("afterMember", after.key(2))
                .param("limit", page.fetch())
                .query(new SimplePropertyRowMapper<>(WorkloadDay.class))
                .list();
        return Page.of(days, page, day -> Cursor.of(day.day(), day.role(), day.member()));
    }

    private static Workload workload(ResultSet row, int number) throws SQLException {
        Instant departed = Cells.instant(row, "departed_at");
        return new Workload(
                Role.valueOf(row.getString("role")),
                Cells.text(row, "member"),
                Cells.text(row, "name"),
                ContractJson.mapper().readValue(Cells.text(row, "territories"), WORDS),
                departed == null ? Cells.text(row, "availability") : "DEPARTED",
                departed,
                row.getInt("capacity"),
                row.getLong("used"),
                row.getLong("reserved"),
                row.getLong("deals"),
                row.getLong("overrides"),
                row.getBigDecimal("utilisation"));
    }
}
