package dev.baton.roles.waiting;

import dev.baton.contract.Role;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The visible queue.
@RestController
class WaitingController {
    private final JdbcClient jdbc;

    WaitingController(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The longest waiting first.
    @GetMapping("/v1/waiting")
    Queue waiting(@RequestParam @Nullable Role role, @RequestParam @Nullable String territory, PageRequest page) {
        List<Leg> legs = legs(role, territory, page);
        boolean more = legs.size() > page.limit();
        List<Leg> items = more ? legs.subList(0, page.limit()) : legs;
        return new Queue(
                items,
                more
                        ? Cursor.of(items.getLast().since(), items.getLast().deal())
                                .encoded()
                        : null,
                counts());
    }

    private List<Leg> legs(@Nullable Role role, @Nullable String territory, PageRequest page) {
        Cursor after = page.after();
        return jdbc.sql("""
                        select deal, role, waiting.territory, reason, since, manager, every_manager, due_at, title
                        from waiting_assignment waiting left join lead using (deal)
                        where (since, deal) > (cast(:since as timestamptz), :deal)
                          and (cast(:role as text) is null or role = :role)
                          and (cast(:territory as text) is null or waiting.territory = :territory)
                        order by since, deal limit :limit""")
                .param(
                        "since",
                        after == null
                                ? "-infinity"
                                : Cursor.moment(after.keys(2).get(0)))
                .param("deal", after == null ? "" : after.keys(2).get(1))
                .param("role", role == null ? null : role.name())
                .param("territory", territory)
                .param("limit", page.fetch())
                .query(WaitingController::leg)
                .list();
    }

    private List<Count> counts() {
        return jdbc.sql("""
                        select role, territory, count(*) as deals, min(since) as since from waiting_assignment
                        group by role, territory order by role, territory""")
                .query((row, ignored) -> new Count(
                        Role.valueOf(row.getString("role")),
                        row.getString("territory"),
                        row.getInt("deals"),
                        since(row)))
                .list();
    }

    private static Leg leg(ResultSet row, int ignored) throws SQLException {
        return new Leg(
                row.getString("deal"),
                row.getString("title"),
                Role.valueOf(row.getString("role")),
                row.getString("territory"),
                row.getString("reason"),
                since(row),
                row.getString("manager"),
                row.getBoolean("every_manager"),
                due(row));
    }

    private static Instant since(ResultSet row) throws SQLException {
        return row.getObject("since", OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant due(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return due == null ? null : due.toInstant();
    }

    record Queue(List<Leg> items, @Nullable String next, List<Count> counts) {}

    /// @param title of the deal; absent when it was found before titles were kept here
    /// @param manager who was asked to decide, since too many have declined or it has waited for
    ///     too long
    /// @param everyManager whether it is every manager's to decide, since nobody has who was asked
    /// @param due until when it may wait, or, once a manager was asked, when they should have
    ///     decided; absent when nobody has said that
    record Leg(
            String deal,
            @Nullable String title,
            Role role,
            @Nullable String territory,
            String reason,
            Instant since,
            @Nullable String manager,
            boolean everyManager,
            @Nullable Instant due) {}

    /// @param since the longest waiting one's
    record Count(Role role, @Nullable String territory, int deals, Instant since) {}
}
