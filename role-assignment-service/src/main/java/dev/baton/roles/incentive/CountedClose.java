package dev.baton.roles.incentive;

import dev.baton.contract.deal.ExchangeRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A win, or a win that was none.
sealed interface CountedClose {
    Comparator<CountedClose> IN_ORDER = Comparator.comparing(CountedClose::at).thenComparing(CountedClose::event);

    /// The event's id.
    UUID event();

    /// When it happened.
    Instant at();

    /// What was won.
    Win win();

    /// @param value as agreed, or as it was corrected since
    /// @param rate what the value's currency was worth at the close; absent when nobody knew
    record Win(
            UUID event, Instant at, Money value, @Nullable ExchangeRate rate) implements CountedClose {
        @Override
        public Win win() {
            return this;
        }

        Win worth(Money corrected) {
            return new Win(event, at, corrected, rate);
        }

        /// Value × rate at the close, rounded half up; empty when no rate leads to that currency.
        Optional<Money> in(CurrencyUnit unit) {
            if (value.getCurrencyUnit().equals(unit)) {
                return Optional.of(value);
            }
            return Optional.ofNullable(rate)
                    .filter(known -> known.base().equals(unit.getCode()))
                    .map(known -> Money.of(
                            unit, value.getAmount().multiply(new BigDecimal(known.rate())), RoundingMode.HALF_UP));
        }
    }

    /// @param win which of them does not count any more
    record Reversal(UUID event, Instant at, Win win) implements CountedClose {}
}
