package dev.baton.deal.rates;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.deal.ExchangeRate;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/// What currencies are worth from a day on, until another table holds.
///
/// @param base ISO 4217 code of the currency in which totals are given
/// @param validFrom the first day (UTC) on which it holds
/// @param rates by ISO 4217 code: units of the base currency for one unit, as a decimal string
public record RateTable(String base, LocalDate validFrom, Map<String, String> rates) {
    public RateTable {
        known("base", base);
        Require.present("validFrom", validFrom);
        rates = Collections.unmodifiableMap(new TreeMap<>(Require.present("rates", rates)));
        rates.keySet().forEach(code -> known("rates", code));
        for (String rate : rates.values()) {
            var _ = new ExchangeRate(base, Require.text("rates", rate), 0);
        }
        if (rates.containsKey(base)) {
            throw new InvalidValue("rates", "must not name " + base + ", the base itself");
        }
    }

    Optional<ExchangeRate> of(CurrencyUnit currency, int version) {
        String rate = currency.getCode().equals(base) ? "1" : rates.get(currency.getCode());
        return Optional.ofNullable(rate).map(known -> new ExchangeRate(base, known, version));
    }

    private static void known(String field, String code) {
        try {
            CurrencyUnit.of(Require.text(field, code));
        } catch (IllegalCurrencyException unknown) {
            throw new InvalidValue(field, "names '" + code + "', which is no currency");
        }
    }
}
