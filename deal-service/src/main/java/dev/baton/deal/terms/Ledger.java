package dev.baton.deal.terms;

import dev.baton.contract.deal.OfferEvent;
import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.deal.terms.LedgerEntry.CounterOffer;
import dev.baton.deal.terms.LedgerEntry.Offer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The concession ledger: offers and counter-offers in the order in which they were made.
public record Ledger(List<LedgerEntry> entries) {
    public static final Ledger EMPTY = new Ledger(List.of());

    public Ledger {
        entries = List.copyOf(entries);
    }

    Ledger after(OfferEvent event, Instant at) {
        return switch (event) {
            case OfferMade made -> and(Offer.of(made, at));
            case CounterOfferRecorded recorded -> and(CounterOffer.of(recorded, at));
        };
    }

    /// The offer that stands: the last one. Absent before the first.
    public @Nullable Offer standing() {
        return offers().isEmpty() ? null : offers().getLast();
    }

    public int nextOffer() {
        return offers().size() + 1;
    }

    public int nextCounterOffer() {
        return entries.size() - offers().size() + 1;
    }

    public boolean usedVersion(String priceList, int version) {
        return offers().stream()
                .anyMatch(offer -> offer.priceList().equals(priceList) && offer.priceListVersion() == version);
    }

    /// What each move gave way against the same side's move before: points of discount on list
    /// price, so that offers of other goods compare. Positive is a concession: the company gave a
    /// discount more, the customer asked for one less. A side's first move concedes nothing.
    public List<Concession> concessions() {
        return IntStream.range(0, entries.size())
                .mapToObj(index -> new Concession(entries.get(index), concededAt(index)))
                .toList();
    }

    private BigDecimal concededAt(int index) {
        LedgerEntry move = entries.get(index);
        return entries.subList(0, index).reversed().stream()
                .filter(other -> other.getClass() == move.getClass())
                .findFirst()
                .map(before -> conceded(before, move))
                .orElse(BigDecimal.ZERO);
    }

    private static BigDecimal conceded(LedgerEntry before, LedgerEntry move) {
        BigDecimal more = move.discountPercent().subtract(before.discountPercent());
        return switch (move) {
            case Offer _ -> more;
            case CounterOffer _ -> more.negate();
        };
    }

    private List<Offer> offers() {
        return entries.stream()
                .filter(Offer.class::isInstance)
                .map(Offer.class::cast)
                .toList();
    }

    private Ledger and(LedgerEntry entry) {
        return new Ledger(Stream.concat(entries.stream(), Stream.of(entry)).toList());
    }

    /// @param points of discount, in percent of the list price
    public record Concession(LedgerEntry entry, BigDecimal points) {}
}
