package dev.baton.projections.close;

import dev.baton.contract.deal.ExchangeRate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What a close was worth in the base currency.
final class BaseValue {
    private BaseValue() {}

    /// Value × rate of the close, rounded half-even to the decimals of the base currency.
    static @Nullable BigDecimal of(@Nullable Money value, @Nullable ExchangeRate rate) {
        return value == null || rate == null
                ? null
                : value.getAmount()
                        .multiply(new BigDecimal(rate.rate()))
                        .setScale(CurrencyUnit.of(rate.base()).getDecimalPlaces(), RoundingMode.HALF_EVEN);
    }
}
