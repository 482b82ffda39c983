package dev.baton.contract.deal;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.math.BigDecimal;

/// What one unit of a value's currency was worth in the base currency.
///
/// @param base ISO 4217 code of the base currency
/// @param rate units of the base currency, as a decimal string: value × rate is the value in the base currency
/// @param version the version of the table of rates that said so
public record ExchangeRate(String base, String rate, int version) {
    public ExchangeRate {
        Require.text("rate.base", base);
        if (!Require.text("rate.rate", rate).matches("\\d{1,9}(\\.\\d{1,9})?") || new BigDecimal(rate).signum() == 0) {
            throw new InvalidValue("rate.rate", "must be a positive decimal");
        }
        Require.notNegative("rate.version", version);
    }
}
