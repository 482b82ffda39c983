package dev.baton.projections.deal;

import static java.util.stream.Collectors.toMap;

import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.projections.folding.KeyedRows;
import dev.baton.projections.folding.Part;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `deal_current`.
public final class DealCurrentRows implements KeyedRows<DealCurrent> {
    private final RowTable<DealCurrent> table;

    public DealCurrentRows(JdbcTemplate jdbc, String generation) {
        table = new RowTable<>(jdbc, generation + ".deal_current", List.of("deal_id"), DealCurrentRows::read)
                .column("deal_id", "text", DealCurrent::deal)
                .column("pipeline", "text", deal -> deal.lead().pipeline())
                .column("pipeline_version", "int", deal -> deal.lead().pipelineVersion())
                .column("title", "text", deal -> deal.lead().title())
                .column("customer_id", "text", deal -> customer(deal, Customer::id))
                .column("customer_name", "text", deal -> customer(deal, Customer::name))
                .column("channel", "text", deal -> deal.lead().channel())
                .column("territory", "text", deal -> deal.lead().territory())
                .column("product", "text", deal -> deal.lead().product())
                .column("need", "text", deal -> deal.lead().need())
                .column("origin", "text", deal -> deal.lead().origin())
                .column("found_estimated", "boolean", deal -> deal.lead().estimated())
                .column("state", "text", deal -> deal.standing().state())
                .column("state_since", "timestamptz", deal -> deal.standing().since())
                .column("attempt", "int", deal -> deal.standing().attempt())
                .column(
                        "value",
                        "numeric",
                        deal -> deal.value() == null ? null : deal.value().getAmount())
                .column(
                        "currency",
                        "text",
                        deal -> deal.value() == null ? null : deal.value().getCurrencyUnit())
                .column("holder_role", "text", DealCurrentRows::role)
                .column("holder_member", "text", DealCurrentRows::member)
                .column("epoch", "int", deal -> deal.accountable().epoch())
                .column("found_at", "timestamptz", deal -> deal.milestones().found())
                .column("qualified_at", "timestamptz", deal -> deal.milestones().qualified())
                .column("agreed_at", "timestamptz", deal -> deal.milestones().agreed())
                .column("closed_at", "timestamptz", deal -> deal.milestones().closed())
                .column("handed_at", "timestamptz", deal -> deal.milestones().handed())
                .column("reason", "text", deal -> deal.ending().reason())
                .column("competitor", "text", deal -> deal.ending().competitor())
                .column("next_step", "text", deal -> deal.outlook().nextStep())
                .column("next_step_due", "date", deal -> deal.outlook().nextStepDue())
                .column("expected_close", "date", deal -> deal.outlook().expectedClose())
                .column("forecast_category", "text", deal -> deal.outlook().category())
                .column("rests_until", "date", deal -> deal.outlook().restsUntil())
                .column(
                        "last_interaction_at",
                        "timestamptz",
                        deal -> deal.outlook().lastInteraction())
                .column("merged_into", "text", deal -> deal.outlook().mergedInto())
                .column("call_close", "date", deal -> called(deal, ForecastCall::close))
                .column("call_category", "text", deal -> called(deal, ForecastCall::category))
                .column(
                        "call_value",
                        "numeric",
                        deal -> called(deal, call -> call.value().getAmount()))
                .column(
                        "call_currency",
                        "text",
                        deal -> called(deal, call -> call.value().getCurrencyUnit()))
                .column("call_at", "timestamptz", deal -> called(deal, ForecastCall::at))
                .column("call_adjusted_by", "text", deal -> called(deal, ForecastCall::adjustedBy))
                .column("version", "bigint", deal -> deal.progress().version())
                .column("events", "int", deal -> deal.progress().events())
                .column(
                        "last_occurred_at",
                        "timestamptz",
                        deal -> deal.progress().lastOccurred())
                .column(
                        "last_recorded_at",
                        "timestamptz",
                        deal -> deal.progress().lastRecorded());
    }

    @Override
    public Map<String, DealCurrent> load(Collection<String> keys) {
        return table.of(keys).stream().collect(toMap(DealCurrent::deal, Function.identity()));
    }

    @Override
    public List<Part<DealCurrent, ?>> parts() {
        return List.of(Part.changing(table, Stream::of));
    }

    private static DealCurrent read(ResultSet row, int number) throws SQLException {
        return new DealCurrent(
                Cells.text(row, "deal_id"),
                lead(row),
                new Standing(
                        DealState.valueOf(Cells.text(row, "state")),
                        Cells.moment(row, "state_since"),
                        row.getInt("attempt")),
                Cells.money(row),
                new Accountable(Cells.holder(row, "holder"), row.getInt("epoch")),
                new Milestones(
                        Cells.moment(row, "found_at"),
                        Cells.instant(row, "qualified_at"),
                        Cells.instant(row, "agreed_at"),
                        Cells.instant(row, "closed_at"),
                        Cells.instant(row, "handed_at")),
                new Ending(row.getString("reason"), row.getString("competitor")),
                outlook(row),
                new Progress(
                        row.getLong("version"),
                        row.getInt("events"),
                        Cells.moment(row, "last_occurred_at"),
                        Cells.moment(row, "last_recorded_at")));
    }

    private static Outlook outlook(ResultSet row) throws SQLException {
        return new Outlook(
                row.getString("next_step"),
                row.getObject("next_step_due", LocalDate.class),
                row.getObject("expected_close", LocalDate.class),
                Cells.constant(row, "forecast_category", ForecastCategory.class),
                row.getObject("rests_until", LocalDate.class),
                Cells.instant(row, "last_interaction_at"),
                row.getString("merged_into"),
                call(row));
    }

    private static @Nullable ForecastCall call(ResultSet row) throws SQLException {
        ForecastCategory category = Cells.constant(row, "call_category", ForecastCategory.class);
        return category == null
                ? null
                : new ForecastCall(
                        row.getObject("call_close", LocalDate.class),
                        category,
                        Objects.requireNonNull(Cells.money(row, "call_value", "call_currency")),
                        Cells.moment(row, "call_at"),
                        row.getString("call_adjusted_by"));
    }

    private static @Nullable Object called(DealCurrent deal, Function<ForecastCall, ? extends @Nullable Object> part) {
        ForecastCall call = deal.outlook().call();
        return call == null ? null : part.apply(call);
    }

    private static Lead lead(ResultSet row) throws SQLException {
        String customer = row.getString("customer_id");
        return new Lead(
                Cells.text(row, "pipeline"),
                Cells.integer(row, "pipeline_version"),
                Cells.text(row, "title"),
                customer == null ? null : new Customer(customer, Cells.text(row, "customer_name")),
                row.getString("channel"),
                row.getString("territory"),
                row.getString("product"),
                row.getString("need"),
                row.getString("origin"),
                row.getBoolean("found_estimated"));
    }

    private static @Nullable Object customer(DealCurrent deal, Function<Customer, String> part) {
        Customer customer = deal.lead().customer();
        return customer == null ? null : part.apply(customer);
    }

    private static @Nullable Object role(DealCurrent deal) {
        var holder = deal.accountable().holder();
        return holder == null ? null : holder.role();
    }

    private static @Nullable Object member(DealCurrent deal) {
        var holder = deal.accountable().holder();
        return holder == null ? null : holder.member();
    }
}
