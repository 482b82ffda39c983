package dev.baton.deal.terms;

import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.contract.deal.OfferLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// One move in a negotiation.
public sealed interface LedgerEntry {

    /// What the customer would pay.
    Money price();

    BigDecimal discountPercent();

    BigDecimal marginPercent();

    Instant at();

    /// The company's move.
    ///
    /// @param number from 1, in order
    record Offer(
            int number,
            String by,
            String priceList,
            int priceListVersion,
            List<OfferLine> lines,
            Totals totals,
            BigDecimal discountPercent,
            BigDecimal marginPercent,
            @Nullable LocalDate validUntil,
            Instant at)
            implements LedgerEntry {

        static Offer of(OfferMade made, Instant at) {
            return new Offer(
                    made.offer(),
                    made.by(),
                    made.priceList(),
                    made.priceListVersion(),
                    made.lines(),
                    new Totals(made.listTotal(), made.costTotal(), made.price()),
                    made.discountPercent(),
                    made.marginPercent(),
                    made.validUntil(),
                    at);
        }

        @Override
        public Money price() {
            return totals.price();
        }

        public boolean expiredOn(LocalDate day) {
            return validUntil != null && validUntil.isBefore(day);
        }
    }

    /// The customer's move.
    ///
    /// @param number from 1, in order
    /// @param offer the number of the offer that it answers
    record CounterOffer(
            int number,
            int offer,
            Money price,
            BigDecimal discountPercent,
            BigDecimal marginPercent,
            @Nullable String demands,
            Instant at)
            implements LedgerEntry {

        static CounterOffer of(CounterOfferRecorded recorded, Instant at) {
            return new CounterOffer(
                    recorded.counterOffer(),
                    recorded.offer(),
                    recorded.price(),
                    recorded.discountPercent(),
                    recorded.marginPercent(),
                    recorded.demands(),
                    at);
        }
    }
}
