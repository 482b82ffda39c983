package dev.baton.deal.terms;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// A version of a price list; never changed, only followed by a newer one.
///
/// @param validFrom the first day on which offers are made from it
/// @param products by their names, at least one
public record PriceList(
        String name, int version, CurrencyUnit currency, LocalDate validFrom, Map<String, ListedPrice> products) {

    public PriceList {
        Require.text("name", name);
        Require.present("currency", currency);
        Require.present("validFrom", validFrom);
        products = Collections.unmodifiableMap(new TreeMap<>(products));
    }

    /// Absent when the list does not have it.
    public @Nullable ListedPrice of(String product) {
        return products.get(product);
    }

    /// What a unit is listed at and what it costs, in the list's currency.
    ///
    /// @param list more than nothing, or no discount could be computed
    public record ListedPrice(Money list, Money cost) {
        public ListedPrice {
            if (!Require.present("list", list).isPositive()) {
                throw new InvalidValue("list", "must be more than nothing, was " + list);
            }
            if (Require.present("cost", cost).isNegative()) {
                throw new InvalidValue("cost", "must not be negative, was " + cost);
            }
            if (!list.isSameCurrency(cost)) {
                throw new InvalidValue("cost", "must be in " + list.getCurrencyUnit());
            }
        }
    }
}
