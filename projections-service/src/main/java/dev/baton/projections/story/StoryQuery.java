package dev.baton.projections.story;

import dev.baton.contract.Role;
import dev.baton.contract.json.ContractJson;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import dev.baton.projections.deal.DealQuery;
import dev.baton.projections.row.Cells;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/// Asks the views that have rows of one deal.
@Component
public class StoryQuery {
    private static final TypeReference<List<Candidate>> CANDIDATES = new TypeReference<>() {};

    private final DealQuery deals;
    private final JdbcClient jdbc;

    StoryQuery(DealQuery deals, JdbcClient jdbc) {
        this.deals = deals;
        this.jdbc = jdbc;
    }

    public Optional<Story> find(String deal) {
        return deals.find(deal)
                .map(found -> new Story(found, visits(deal), holdings(deal), decisions(deal), waiting(deal)));
    }

    private List<Story.Visit> visits(String deal) {
        return rows(Story.Visit.class, deal, """
                select stage, entered_at, left_at, calendar_seconds, holder_role, holder_member
                from analytics.stage_visit where deal_id = :deal order by visit
                """);
    }

    private List<Story.Held> holdings(String deal) {
        return rows(Story.Held.class, deal, """
                select epoch, holder_role, holder_member, holder_name, from_at, to_at, cause, acceptance,
                       forced_by, end_cause, wait_seconds
                from analytics.responsibility_interval where deal_id = :deal order by epoch
                """);
    }

    private List<Story.Queued> waiting(String deal) {
        return rows(Story.Queued.class, deal, """
                select role, territory, reason, since_recorded_at, woken
                from analytics.waiting_assignment where deal_id = :deal order by role
                """);
    }

    private List<Story.Decided> decisions(String deal) {
        return jdbc.sql("""
                        select role, policy, policy_version, chosen, requested_member, requested_granted,
                               requested_reason, candidates, decided_at
                        from analytics.assignment_decision where deal_id = :deal order by decided_recorded_at, event_id
                        """).param("deal", deal).query(StoryQuery::decided).list();
    }

    private <R> List<R> rows(Class<R> type, String deal, String sql) {
        return jdbc.sql(sql)
                .param("deal", deal)
                .query(new SimplePropertyRowMapper<>(type))
                .list();
    }

    private static Story.Decided decided(ResultSet row, int number) throws SQLException {
        return new Story.Decided(
                Role.valueOf(row.getString("role")),
                Cells.text(row, "policy"),
                row.getInt("policy_version"),
                row.getString("chosen"),
                row.getString("requested_member"),
                row.getObject("requested_granted", Boolean.class),
                row.getString("requested_reason"),
                ContractJson.mapper().readValue(Cells.text(row, "candidates"), CANDIDATES),
                Cells.moment(row, "decided_at"));
    }
}
