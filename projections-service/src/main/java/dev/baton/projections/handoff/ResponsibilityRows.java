package dev.baton.projections.handoff;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.projections.folding.KeyedRows;
import dev.baton.projections.folding.Part;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The tables `responsibility_interval` and `handoff_request`.
public final class ResponsibilityRows implements KeyedRows<Responsibility> {
    private final RowTable<Holding> holdings;
    private final RowTable<Request> requests;

    private record Request(String deal, TransferCause cause, Asked asked) {}

    public ResponsibilityRows(JdbcTemplate jdbc, String generation) {
        holdings = new RowTable<>(
                        jdbc,
                        generation + ".responsibility_interval",
                        List.of("deal_id", "epoch"),
                        ResponsibilityRows::holding)
                .column("deal_id", "text", Holding::deal)
                .column("epoch", "int", Holding::epoch)
                .column("holder_role", "text", holding -> holding.holder().role())
                .column("holder_member", "text", holding -> holding.holder().member())
                .column("cause", "text", holding -> taking(holding, Holding.Taking::cause))
                .column("acceptance", "text", holding -> taking(holding, Holding.Taking::acceptance))
                .column("offer", "text", holding -> taking(holding, Holding.Taking::offer))
                .column("forced_by", "text", holding -> taking(holding, Holding.Taking::by))
                .column("credit_role", "text", holding -> credit(holding, Holder::role))
                .column("credit_member", "text", holding -> credit(holding, Holder::member))
                .column("asked_at", "timestamptz", holding -> asked(holding, Asked::occurred))
                .column("asked_recorded_at", "timestamptz", holding -> asked(holding, Asked::recorded))
                .column("from_at", "timestamptz", Holding::from)
                .column("from_recorded_at", "timestamptz", Holding::fromRecorded)
                .column("to_at", "timestamptz", Holding::to)
                .column("to_recorded_at", "timestamptz", Holding::toRecorded)
                .column("end_cause", "text", Holding::ended);
        requests = new RowTable<>(
                        jdbc, generation + ".handoff_request", List.of("deal_id", "cause"), ResponsibilityRows::request)
                .column("deal_id", "text", Request::deal)
                .column("cause", "text", Request::cause)
                .column("asked_at", "timestamptz", request -> request.asked().occurred())
                .column(
                        "asked_recorded_at",
                        "timestamptz",
                        request -> request.asked().recorded());
    }

    @Override
    public Map<String, Responsibility> load(Collection<String> keys) {
        Map<String, List<Holding>> held = holdings.of(keys).stream().collect(groupingBy(Holding::deal));
        Map<String, List<Request>> asked = requests.of(keys).stream().collect(groupingBy(Request::deal));
        Set<String> deals = new TreeSet<>(held.keySet());
        deals.addAll(asked.keySet());
        return deals.stream()
                .map(deal -> new Responsibility(
                        deal, held.getOrDefault(deal, List.of()), byCause(asked.getOrDefault(deal, List.of()))))
                .collect(toMap(Responsibility::deal, Function.identity()));
    }

    @Override
    public List<Part<Responsibility, ?>> parts() {
        return List.of(
                Part.changing(holdings, deal -> deal.holdings().stream()),
                Part.changing(requests, ResponsibilityRows::requests));
    }

    private static Map<TransferCause, Asked> byCause(List<Request> requests) {
        return requests.stream().collect(toMap(Request::cause, Request::asked));
    }

    private static Stream<Request> requests(Responsibility of) {
        return of.asked().entrySet().stream().map(asked -> new Request(of.deal(), asked.getKey(), asked.getValue()));
    }

    private static Holding holding(ResultSet row, int number) throws SQLException {
        return new Holding(
                Cells.text(row, "deal_id"),
                row.getInt("epoch"),
                new Holder(Role.valueOf(Cells.text(row, "holder_role")), Cells.text(row, "holder_member")),
                taking(row),
                Cells.moment(row, "from_at"),
                Cells.moment(row, "from_recorded_at"),
                Cells.instant(row, "to_at"),
                Cells.instant(row, "to_recorded_at"),
                Cells.constant(row, "end_cause", EndCause.class));
    }

    private static Holding.@Nullable Taking taking(ResultSet row) throws SQLException {
        TransferCause cause = Cells.constant(row, "cause", TransferCause.class);
        return cause == null
                ? null
                : new Holding.Taking(
                        cause,
                        Acceptance.valueOf(Cells.text(row, "acceptance")),
                        row.getString("offer"),
                        row.getString("forced_by"),
                        row.getString("asked_at") == null ? null : asked(row),
                        credit(row));
    }

    private static @Nullable Holder credit(ResultSet row) throws SQLException {
        Role role = Cells.constant(row, "credit_role", Role.class);
        return role == null ? null : new Holder(role, Cells.text(row, "credit_member"));
    }

    private static @Nullable Object credit(Holding holding, Function<Holder, @Nullable Object> part) {
        return taking(holding, taking -> {
            Holder credit = taking.credit();
            return credit == null ? null : part.apply(credit);
        });
    }

    private static Request request(ResultSet row, int number) throws SQLException {
        return new Request(Cells.text(row, "deal_id"), TransferCause.valueOf(Cells.text(row, "cause")), asked(row));
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(Cells.moment(row, "asked_at"), Cells.moment(row, "asked_recorded_at"));
    }

    private static @Nullable Object taking(Holding holding, Function<Holding.Taking, @Nullable Object> part) {
        Holding.Taking taking = holding.taking();
        return taking == null ? null : part.apply(taking);
    }

    private static @Nullable Object asked(Holding holding, Function<Asked, @Nullable Object> part) {
        return taking(holding, taking -> {
            Asked asked = taking.asked();
            return asked == null ? null : part.apply(asked);
        });
    }
}
