package dev.baton.projections.close;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ExchangeRate;
import dev.baton.projections.folding.KeyedRows;
import dev.baton.projections.folding.Part;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `deal_close`.
public final class DealCloseRows implements KeyedRows<DealCloses> {
    private final RowTable<DealClose> table;

    public DealCloseRows(JdbcTemplate jdbc, String generation) {
        table = new RowTable<>(jdbc, generation + ".deal_close", List.of("deal_id", "attempt"), DealCloseRows::read)
                .column("deal_id", "text", DealClose::deal)
                .column("attempt", "int", DealClose::attempt)
                .column("territory", "text", close -> close.subject().territory())
                .column("product", "text", close -> close.subject().product())
                .column("found_at", "timestamptz", DealClose::found)
                .column("qualified_at", "timestamptz", DealClose::qualified)
                .column("agreed_at", "timestamptz", DealClose::agreed)
                .column(
                        "value",
                        "numeric",
                        close -> close.value() == null ? null : close.value().getAmount())
                .column(
                        "currency",
                        "text",
                        close -> close.value() == null ? null : close.value().getCurrencyUnit())
                .column("outcome", "text", close -> ended(close, DealClose.Ending::outcome))
                .column("closed_at", "timestamptz", close -> ended(close, DealClose.Ending::at))
                .column("closed_recorded_at", "timestamptz", close -> ended(close, DealClose.Ending::recorded))
                .column("reason", "text", close -> ended(close, DealClose.Ending::reason))
                .column("competitor", "text", close -> ended(close, DealClose.Ending::competitor))
                .column("base_currency", "text", close -> rated(close, ExchangeRate::base))
                .column("rate", "numeric", close -> rated(close, rate -> new BigDecimal(rate.rate())))
                .column("rate_version", "int", close -> rated(close, ExchangeRate::version))
                .column("base_value", "numeric", close -> BaseValue.of(close.value(), rate(close)));
    }

    @Override
    public Map<String, DealCloses> load(Collection<String> keys) {
        return table.of(keys).stream()
                .collect(groupingBy(DealClose::deal, collectingAndThen(toList(), DealCloses::new)));
    }

    @Override
    public List<Part<DealCloses, ?>> parts() {
        return List.of(Part.changing(table, deal -> deal.attempts().stream()));
    }

    private static DealClose read(ResultSet row, int number) throws SQLException {
        return new DealClose(
                Cells.text(row, "deal_id"),
                row.getInt("attempt"),
                new DealClose.Subject(row.getString("territory"), row.getString("product")),
                Cells.moment(row, "found_at"),
                Cells.instant(row, "qualified_at"),
                Cells.instant(row, "agreed_at"),
                Cells.money(row),
                ending(row));
    }

    private static DealClose.@Nullable Ending ending(ResultSet row) throws SQLException {
        Outcome outcome = Cells.constant(row, "outcome", Outcome.class);
        return outcome == null
                ? null
                : new DealClose.Ending(
                        outcome,
                        Cells.moment(row, "closed_at"),
                        Cells.moment(row, "closed_recorded_at"),
                        row.getString("reason"),
                        row.getString("competitor"),
                        rate(row));
    }

    private static @Nullable ExchangeRate rate(ResultSet row) throws SQLException {
        BigDecimal rate = row.getBigDecimal("rate");
        return rate == null
                ? null
                : new ExchangeRate(Cells.text(row, "base_currency"), rate.toPlainString(), row.getInt("rate_version"));
    }

    private static @Nullable ExchangeRate rate(DealClose close) {
        DealClose.Ending ending = close.ending();
        return ending == null ? null : ending.rate();
    }

    private static @Nullable Object rated(DealClose close, Function<ExchangeRate, @Nullable Object> part) {
        ExchangeRate rate = rate(close);
        return rate == null ? null : part.apply(rate);
    }

    private static @Nullable Object ended(DealClose close, Function<DealClose.Ending, @Nullable Object> part) {
        DealClose.Ending ending = close.ending();
        return ending == null ? null : part.apply(ending);
    }
}
