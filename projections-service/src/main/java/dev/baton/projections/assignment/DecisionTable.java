package dev.baton.projections.assignment;

import dev.baton.contract.Role;
import dev.baton.contract.json.ContractJson;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import dev.baton.contract.responsibility.AssignmentFact.Request;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;

/// The table `assignment_decision`; who was considered, and why not, is JSON in it.
record DecisionTable(RowTable<Decision> table) {
    private static final TypeReference<List<Candidate>> CANDIDATES = new TypeReference<>() {};

    DecisionTable(JdbcTemplate jdbc, String generation) {
        this(new RowTable<>(
                        jdbc, generation + ".assignment_decision", List.of("deal_id", "event_id"), DecisionTable::read)
                .column("event_id", "uuid", Decision::event)
                .column("deal_id", "text", Decision::deal)
                .column("role", "text", Decision::role)
                .column("policy", "text", Decision::policy)
                .column("policy_version", "int", Decision::policyVersion)
                .column("chosen", "text", Decision::chosen)
                .column("requested_member", "text", decision -> requested(decision, Request::member))
                .column("requested_granted", "boolean", decision -> requested(decision, Request::granted))
                .column("requested_reason", "text", decision -> requested(decision, Request::reason))
                .column(
                        "candidates",
                        "json",
                        decision -> ContractJson.mapper().writeValueAsString(decision.candidates()))
                .column("decided_at", "timestamptz", Decision::decided)
                .column("decided_recorded_at", "timestamptz", Decision::recorded));
    }

    static Decision read(ResultSet row, int number) throws SQLException {
        String requested = row.getString("requested_member");
        return new Decision(
                Objects.requireNonNull(Cells.id(row, "event_id")),
                Cells.text(row, "deal_id"),
                Role.valueOf(Cells.text(row, "role")),
                Cells.text(row, "policy"),
                row.getInt("policy_version"),
                row.getString("chosen"),
                requested == null
                        ? null
                        : new Request(
                                requested, row.getBoolean("requested_granted"), row.getString("requested_reason")),
                ContractJson.mapper().readValue(Cells.text(row, "candidates"), CANDIDATES),
                Cells.moment(row, "decided_at"),
                Cells.moment(row, "decided_recorded_at"));
    }

    private static @Nullable Object requested(Decision decision, Function<Request, @Nullable Object> part) {
        Request requested = decision.requested();
        return requested == null ? null : part.apply(requested);
    }
}
