package dev.baton.projections.handoff;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;

import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.projections.answer.After;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Asks the views `responsibility_interval`, `assignment_decision` and `waiting_assignment`.
@Component
public class HandoffQuery {
    private final JdbcClient jdbc;

    HandoffQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Handoffs ask() {
        List<Handoffs.Row> rows = rows();
        List<Handoffs.Requested> requested = requested();
        List<Handoffs.Waiting> waiting = waiting();
        return new Handoffs(totals(rows, requested, waiting), rows, requested, waiting);
    }

    /// The newest first.
    ///
    /// @param deal only of this deal, when given; `role` and `member` are the new holder's
    public Page<Handoff> list(@Nullable String deal, @Nullable Role role, @Nullable String member, PageRequest page) {
        After after = After.of(page, Instant::parse, String::valueOf, Integer::valueOf);
        List<Handoff> handoffs = jdbc.sql("""
                        select r.deal_id as deal, d.title, r.epoch, f.holder_role as from_role,
                               f.holder_member as from_member, r.holder_role as to_role, r.holder_member as to_member,
                               r.cause, r.acceptance, r.forced_by, r.from_at as at, r.from_recorded_at as recorded_at,
                               r.wait_seconds
                        from analytics.responsibility_interval r
                        join analytics.responsibility_interval f on f.deal_id = r.deal_id and f.epoch = r.epoch - 1
                        join analytics.deal_current d on d.deal_id = r.deal_id
                        where r.cause is not null
                          and (:deal::text is null or r.deal_id = :deal)
                          and (:role::text is null or r.holder_role = :role)
                          and (:member::text is null or r.holder_member = :member)
                          and (:recorded::text is null or r.from_recorded_at < :recorded::timestamptz
                               or (r.from_recorded_at = :recorded::timestamptz
                                   and (r.deal_id, r.epoch) > (:afterDeal, :afterEpoch::int)))
                        order by r.from_recorded_at desc, r.deal_id, r.epoch limit :limit
                        """)
                .param("deal", deal)
                .param("role", role == null ? null : role.name())
                .param("member", member)
                .param("recorded", after.key(0))
                .param("afterDeal", after.key(1))
                .param("afterEpoch", after.key(2))
                .param("limit", page.fetch())
                .query(new SimplePropertyRowMapper<>(Handoff.class))
                .list();
        return Page.of(handoffs, page, last -> Cursor.of(last.recordedAt(), last.deal(), last.epoch()));
    }

    private List<Handoffs.Row> rows() {
        return jdbc.sql("""
                        select holder_role as role, acceptance, count(*) as transfers,
                               percentile_disc(0.5) within group (order by wait_seconds) as wait_p50_seconds,
                               percentile_disc(0.9) within group (order by wait_seconds) as wait_p90_seconds
                        from analytics.responsibility_interval
                        where cause is not null group by holder_role, acceptance order by holder_role, acceptance
                        """)
                .query((row, number) -> new Handoffs.Row(
                        Role.valueOf(row.getString("role")),
                        Acceptance.valueOf(row.getString("acceptance")),
                        row.getLong("transfers"),
                        row.getBigDecimal("wait_p50_seconds"),
                        row.getBigDecimal("wait_p90_seconds")))
                .list();
    }

    private List<Handoffs.Requested> requested() {
        return jdbc.sql("""
                        with wish as (
                            select distinct on (deal_id, role) role, requested_granted as granted
                            from analytics.assignment_decision where requested_member is not null
                            order by deal_id, role, decided_recorded_at desc, event_id desc
                        )
                        select role, count(*) as asked, count(*) filter (where granted) as granted,
                               count(*) filter (where not granted) as not_granted
                        from wish group by role order by role
                        """)
                .query(new SimplePropertyRowMapper<>(Handoffs.Requested.class))
                .list();
    }

    private List<Handoffs.Waiting> waiting() {
        return jdbc.sql("""
                        select role, territory, count(*) as deals, min(since_recorded_at) as oldest_queued_at
                        from analytics.waiting_assignment group by role, territory order by role, territory
                        """)
                .query(new SimplePropertyRowMapper<>(Handoffs.Waiting.class))
                .list();
    }

    private static Handoffs.Totals totals(
            List<Handoffs.Row> rows, List<Handoffs.Requested> requested, List<Handoffs.Waiting> waiting) {
        Map<Acceptance, Long> byAcceptance = new EnumMap<>(Acceptance.class);
        Arrays.stream(Acceptance.values()).forEach(acceptance -> byAcceptance.put(acceptance, 0L));
        byAcceptance.putAll(
                rows.stream().collect(groupingBy(Handoffs.Row::acceptance, summingLong(Handoffs.Row::transfers))));
        return new Handoffs.Totals(
                rows.stream().mapToLong(Handoffs.Row::transfers).sum(),
                byAcceptance,
                new Handoffs.Wishes(
                        requested.stream().mapToLong(Handoffs.Requested::asked).sum(),
                        requested.stream()
                                .mapToLong(Handoffs.Requested::granted)
                                .sum(),
                        requested.stream()
                                .mapToLong(Handoffs.Requested::notGranted)
                                .sum()),
                waiting.stream().mapToLong(Handoffs.Waiting::deals).sum());
    }
}
