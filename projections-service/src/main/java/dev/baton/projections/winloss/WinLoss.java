package dev.baton.projections.winloss;

import dev.baton.projections.answer.Report;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Win rate = won ÷ (won + lost), by count and by value; disqualified leads are left out.
public record WinLoss(Totals totals, List<Row> rows) implements Report<WinLoss.Row> {
    public WinLoss {
        rows = List.copyOf(rows);
    }

    /// Over all groups and currencies.
    public record Totals(long won, long lost, @Nullable BigDecimal winRateByCount) {}

    /// @param group what it was asked by, absent for `none` and where a deal has no such property
    /// @param currency counts are of the deals in this currency; values are never added up across currencies
    /// @param lostValue a lost deal counts at its last known value
    /// @param winRateByValue 0 to 1 with four decimals; absent where nothing of value was closed
    public record Row(
            @Nullable String group,
            @Nullable String currency,
            long won,
            long lost,
            BigDecimal winRateByCount,
            @Nullable String wonValue,
            @Nullable String lostValue,
            @Nullable BigDecimal winRateByValue) {}

    /// What wins and losses can be told apart by.
    public enum By {
        NONE("null::text"),
        /// Who held the deal at the moment of the close.
        HOLDER("credit_member"),
        TERRITORY("territory"),
        PRODUCT("product"),
        MONTH("to_char(month, 'YYYY-MM')");

        private final String expression;

        By(String expression) {
            this.expression = expression;
        }

        String expression() {
            return expression;
        }
    }
}
