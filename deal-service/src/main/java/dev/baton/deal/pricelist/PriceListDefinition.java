package dev.baton.deal.pricelist;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.deal.terms.PriceList;
import dev.baton.deal.terms.PriceList.ListedPrice;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/// A price list as it is written in JSON.
///
/// @param currency ISO 4217; all amounts are in it
/// @param validFrom the first day (UTC) on which offers are made from it
/// @param products by their names, at least one; amounts are per unit
public record PriceListDefinition(String currency, LocalDate validFrom, Map<String, ListedPrice> products) {

    public PriceListDefinition {
        CurrencyUnit unit = known(Require.text("currency", currency));
        Require.present("validFrom", validFrom);
        if (Require.present("products", products).isEmpty()) {
            throw new InvalidValue("products", "must not be empty");
        }
        products = Collections.unmodifiableMap(new TreeMap<>(products));
        products.forEach((product, price) -> check(product, price, unit));
    }

    PriceList asVersion(String name, int version) {
        return new PriceList(name, version, CurrencyUnit.of(currency), validFrom, products);
    }

    private static void check(String product, ListedPrice price, CurrencyUnit unit) {
        Require.text("products", product);
        if (!Require.present("products." + product, price)
                .list()
                .getCurrencyUnit()
                .equals(unit)) {
            throw new InvalidValue("products." + product + ".list.currency", "must be " + unit);
        }
    }

    private static CurrencyUnit known(String code) {
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException unknown) {
            throw new InvalidValue("currency", "'" + code + "' is not known");
        }
    }
}
