package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.ExchangeRate;
import java.time.Instant;
import java.util.Optional;
import org.joda.money.CurrencyUnit;

/// What currencies were worth in the base currency.
public interface ExchangeRates {
    /// Of the tables that hold on the moment's day (UTC), the newest; empty when none does, or it lacks the currency.
    Optional<ExchangeRate> at(CurrencyUnit currency, Instant moment);
}
