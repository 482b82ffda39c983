package dev.baton.contract.deal;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import org.joda.money.Money;

/// One product of an offer; every amount is per unit, and all are in one currency.
///
/// @param quantity at least 1
/// @param listPrice as the price list had it
/// @param cost what a unit costs the company, as the price list had it
/// @param price what the customer is asked for
public record OfferLine(String product, int quantity, Money listPrice, Money cost, Money price) {
    /// Enough for any order, and few enough for a total to stay writable.
    public static final int MOST = 1_000_000;

    public OfferLine {
        Require.text("product", product);
        if (quantity < 1 || quantity > MOST) {
            throw new InvalidValue("quantity", "must be between 1 and " + MOST + ", was " + quantity);
        }
        notNegative("listPrice", listPrice);
        notNegative("cost", cost);
        notNegative("price", price);
        if (!price.isSameCurrency(listPrice) || !cost.isSameCurrency(listPrice)) {
            throw new InvalidValue("price", "must be in " + listPrice.getCurrencyUnit());
        }
    }

    private static void notNegative(String field, Money amount) {
        if (Require.present(field, amount).isNegative()) {
            throw new InvalidValue(field, "must not be negative, was " + amount);
        }
    }
}
