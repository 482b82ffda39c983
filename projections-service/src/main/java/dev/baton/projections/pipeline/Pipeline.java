package dev.baton.projections.pipeline;

import dev.baton.projections.answer.Amount;
import dev.baton.projections.answer.Report;
import dev.baton.projections.deal.DealState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How many deals stand where, and what they are worth.
public record Pipeline(Totals totals, List<Row> rows) implements Report<Pipeline.Row> {
    public Pipeline {
        rows = List.copyOf(rows);
    }

    /// @param deals every lead that was found
    /// @param qualified those that ever were qualified
    /// @param open from PROSPECTING to AGREED
    /// @param won closed WON, whether support has them yet or not
    /// @param openValue of the open deals at their last known value, per currency
    public record Totals(
            long deals,
            long qualified,
            long open,
            long won,
            long lost,
            long disqualified,
            long inSupport,
            List<Amount> openValue) {}

    /// @param currency absent for the deals whose value nobody has said
    public record Row(
            DealState state,
            boolean open,
            @Nullable String currency,
            long deals,
            @Nullable String value) {}
}
