package dev.baton.contract.deal;

import dev.baton.contract.Require;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// The concession ledger: what the company offered and what the customer asked for, in order.
public sealed interface OfferEvent extends TermsEvent {

    /// An offer, computed from a version of a price list when it was made.
    ///
    /// @param offer its number within the deal, from 1
    /// @param by the member who made it; nobody approves their own
    /// @param listTotal the sum of list price × quantity
    /// @param costTotal the sum of cost × quantity
    /// @param price the sum of price × quantity
    /// @param discountPercent (list − price) ÷ list × 100, rounded up to two decimals
    /// @param marginPercent (price − cost) ÷ price × 100, rounded down to two decimals
    /// @param validUntil the last day on which the customer may take it
    record OfferMade(
            int offer,
            String by,
            String priceList,
            int priceListVersion,
            List<OfferLine> lines,
            Money listTotal,
            Money costTotal,
            Money price,
            BigDecimal discountPercent,
            BigDecimal marginPercent,
            @Nullable LocalDate validUntil)
            implements OfferEvent {
        public OfferMade {
            Ordinal.fromOne("offer", offer);
            Require.text("by", by);
            Require.text("priceList", priceList);
            Ordinal.fromOne("priceListVersion", priceListVersion);
            lines = List.copyOf(Require.notEmpty("lines", Require.present("lines", lines)));
            Value.notNegative(Require.present("listTotal", listTotal));
            Value.notNegative(Require.present("costTotal", costTotal));
            Value.notNegative(Require.present("price", price));
            Require.present("discountPercent", discountPercent);
            Require.present("marginPercent", marginPercent);
        }
    }

    /// What the customer asked for instead; what it would mean is computed on the offer that it
    /// answers.
    ///
    /// @param counterOffer its number within the deal, from 1
    /// @param offer the number of the offer that it answers
    /// @param price the total that the customer would pay
    /// @param demands what else the customer asks for
    record CounterOfferRecorded(
            int counterOffer,
            int offer,
            Money price,
            BigDecimal discountPercent,
            BigDecimal marginPercent,
            @Nullable String demands)
            implements OfferEvent {
        public CounterOfferRecorded {
            Ordinal.fromOne("counterOffer", counterOffer);
            Ordinal.fromOne("offer", offer);
            Value.notNegative(Require.present("price", price));
            Require.present("discountPercent", discountPercent);
            Require.present("marginPercent", marginPercent);
            Require.optionalText("demands", demands);
        }
    }
}
