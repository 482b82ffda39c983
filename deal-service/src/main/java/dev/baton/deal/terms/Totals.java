package dev.baton.deal.terms;

import dev.baton.contract.InvalidValue;
import dev.baton.contract.deal.OfferLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;
import org.joda.money.Money;

/// What an offer comes to. Percentages have two decimals, and are rounded against whoever offers: a
/// discount up, a margin down. So a limit of two decimals is passed by the rounded figure exactly
/// when it is passed by the true one.
///
/// @param list at list price; positive
/// @param cost what it costs the company
/// @param price what the customer pays; positive
public record Totals(Money list, Money cost, Money price) {
    private static final int DECIMALS = 2;
    /// An amount on the wire has 18 digits before the point at most.
    private static final BigDecimal LARGEST = BigDecimal.TEN.pow(18);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public Totals {
        positive("lines", list);
        positive("price", price);
        writable("lines", list);
        writable("lines", cost);
        writable("price", price);
    }

    /// @param lines at least one, all in one currency
    public static Totals of(List<OfferLine> lines) {
        return new Totals(sum(lines, OfferLine::listPrice), sum(lines, OfferLine::cost), sum(lines, OfferLine::price));
    }

    /// The same goods for another price.
    public Totals at(Money otherPrice) {
        return new Totals(list, cost, otherPrice);
    }

    /// (list − price) ÷ list × 100; negative above list price.
    public BigDecimal discountPercent() {
        return percent(list.minus(price), list, RoundingMode.CEILING);
    }

    /// (price − cost) ÷ price × 100; negative below cost.
    public BigDecimal marginPercent() {
        return percent(price.minus(cost), price, RoundingMode.FLOOR);
    }

    private static BigDecimal percent(Money part, Money whole, RoundingMode rounding) {
        return part.getAmount().multiply(HUNDRED).divide(whole.getAmount(), DECIMALS, rounding);
    }

    private static Money sum(List<OfferLine> lines, Function<OfferLine, Money> amount) {
        return Money.total(lines.stream()
                .map(line -> amount.apply(line).multipliedBy(line.quantity()))
                .toList());
    }

    private static void positive(String field, Money total) {
        if (!total.isPositive()) {
            throw new InvalidValue(field, "must come to more than nothing");
        }
    }

    private static void writable(String field, Money total) {
        if (total.getAmount().compareTo(LARGEST) >= 0) {
            throw new InvalidValue(field, "comes to more than 18 digits");
        }
    }
}
