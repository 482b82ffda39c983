package dev.baton.roles.waiting;

import dev.baton.contract.Role;
import dev.baton.roles.routing.Demand;
import dev.baton.roles.routing.RoutingRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Repository;

/// The legs that wait, as rows. One whose hand-off is parked takes no place until somebody has
/// tried it again.
@Repository
class WaitingRoom {
    private static final String NOT_PARKED = """
            (waiting.manager is null or waiting.waits_on) and not exists (
                select from parked_hand_off parked where parked.deal = waiting.deal and parked.parked_at is not null)""";

    /// Nobody takes a leg who has declined it, or who holds it and hands it on.
    private static final String WAITING = """
            select waiting.deal, waiting.role, waiting.territory, waiting.woken, waiting.since, lead.pipeline,
                   lead.product, lead.language, coalesce(effort.demand, 'USUAL') as demand,
                   array(select member from decliner where decliner.deal = waiting.deal
                         union select member from responsibility held
                         where held.deal = waiting.deal and held.role = waiting.role order by member) as excluded
            from waiting_assignment waiting left join lead on lead.deal = waiting.deal
                 left join deal_effort effort on effort.deal = waiting.deal
            where waiting.role = ? and\s""" + NOT_PARKED;

    private static final String ASKS_LESS = " and effort.demand <> 'USUAL'";

    private final JdbcOperations jdbc;

    WaitingRoom(JdbcOperations jdbc) {
        this.jdbc = jdbc;
    }

    boolean anybody(Role role) {
        return !jdbc.queryForList(
                        "select 1 from waiting_assignment waiting where role = ? and not woken and " + NOT_PARKED
                                + " limit 1",
                        Integer.class,
                        role.name())
                .isEmpty();
    }

    /// The role in which somebody is waited for; absent when nobody is.
    Optional<Role> of(String deal) {
        return jdbc
                .query(
                        "select role from waiting_assignment where deal = ? and not woken",
                        (row, ignored) -> Role.valueOf(row.getString("role")),
                        deal)
                .stream()
                .findFirst();
    }

    /// Those that were woken and are not decided yet: they will take places that still look free.
    List<Waiting> woken(Role role, Instant now) {
        return jdbc.query(
                WAITING + " and waiting.woken order by waiting.since, waiting.deal",
                (row, ignored) -> waiting(row, now),
                role.name());
    }

    /// The longest waiting first.
    ///
    /// @param after the last one of the page before; absent for the first page
    /// @param less those alone that ask less than usual
    Page after(@Nullable Last after, Role role, boolean less, Instant now, int most) {
        List<Row> rows = jdbc.query(
                WAITING + (less ? ASKS_LESS : "") + """
                         and not waiting.woken and (waiting.since, waiting.deal) > (cast(? as timestamptz), ?)
                        order by waiting.since, waiting.deal limit ?""",
                (row, ignored) -> new Row(waiting(row, now), row.getObject("since", OffsetDateTime.class)),
                role.name(),
                after == null ? "-infinity" : after.since().toString(),
                after == null ? "" : after.deal(),
                most);
        boolean more = rows.size() == most;
        return new Page(
                rows.stream().map(Row::waiting).toList(),
                more ? new Last(rows.getLast().since(), rows.getLast().waiting().deal()) : null);
    }

    /// @param last absent when nobody waits behind them
    record Page(List<Waiting> waiting, @Nullable Last last) {}

    record Last(OffsetDateTime since, String deal) {}

    private record Row(Waiting waiting, OffsetDateTime since) {}

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
                Demand.valueOf(row.getString("demand")),
                row.getBoolean("woken"));
    }

    private static Map<String, String> excluded(ResultSet row) throws SQLException {
        return Arrays.stream((String[]) row.getArray("excluded").getArray())
                .collect(Collectors.toMap(Function.identity(), member -> "not for this leg"));
    }
}
