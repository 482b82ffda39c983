package dev.baton.deal.terms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.OfferEvent;
import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.contract.deal.OfferLine;
import dev.baton.contract.testing.Seed;
import dev.baton.deal.terms.Ledger.Concession;
import dev.baton.deal.terms.LedgerEntry.CounterOffer;
import dev.baton.deal.terms.LedgerEntry.Offer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LedgerTest {
    private static final Instant AT = Instant.parse("2026-03-01T12:00:00Z");
    private static final Money LIST = Money.parse("USD 1000.00");
    private static final Money COST = Money.parse("USD 400.00");

    @Test
    void before_the_first_offer_none_stands() {
        assertThat(Ledger.EMPTY.standing()).isNull();
    }

    @Test
    void the_last_offer_stands_whatever_the_customer_asked_for_since() {
        Ledger ledger = ledger(offer(1, "1000.00"), offer(2, "950.00"), counter(1, 2, "800.00"));
        assertThat(ledger.standing()).isNotNull().extracting(Offer::number).isEqualTo(2);
        assertThat(ledger.nextOffer()).isEqualTo(3);
        assertThat(ledger.nextCounterOffer()).isEqualTo(2);
    }

    @Test
    void each_side_concedes_against_its_own_move_before() {
        Ledger ledger = ledger(
                offer(1, "1000.00"),
                counter(1, 1, "700.00"),
                offer(2, "950.00"),
                counter(2, 2, "850.00"),
                offer(3, "900.00"));
        assertThat(ledger.concessions())
                .extracting(Concession::points)
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(points("0"), points("0"), points("5"), points("15"), points("5"));
    }

    @Test
    void a_side_that_takes_back_concedes_less_than_nothing() {
        Ledger ledger = ledger(offer(1, "900.00"), offer(2, "950.00"));
        assertThat(ledger.concessions().getLast().points()).isEqualByComparingTo("-5");
    }

    /// What a side conceded in all is the way from its first to its last move.
    @Tag("random")
    @Test
    void whatever_the_moves_concessions_add_up() {
        long seed = Seed.of("ledgers");
        Random random = new Random(seed);
        for (int i = 0; i < Seed.times(2_000); i++) {
            Ledger ledger = ledger(moves(random));
            String which = "seed " + seed + ", ledger " + i;
            assertThat(conceded(ledger, Offer.class)).as(which).isEqualByComparingTo(way(ledger, Offer.class));
            assertThat(conceded(ledger, CounterOffer.class).negate())
                    .as(which)
                    .isEqualByComparingTo(way(ledger, CounterOffer.class));
        }
    }

    private static BigDecimal conceded(Ledger ledger, Class<?> side) {
        return ledger.concessions().stream()
                .filter(one -> side.isInstance(one.entry()))
                .map(Concession::points)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal way(Ledger ledger, Class<?> side) {
        List<LedgerEntry> moves =
                ledger.entries().stream().filter(side::isInstance).toList();
        return moves.isEmpty()
                ? BigDecimal.ZERO
                : moves.getLast().discountPercent().subtract(moves.getFirst().discountPercent());
    }

    private static OfferEvent[] moves(Random random) {
        List<OfferEvent> moves = new ArrayList<>(List.of(offer(1, amount(random))));
        int offers = 1;
        for (int n = random.nextInt(20); n > 0; n--) {
            if (random.nextBoolean()) {
                moves.add(offer(++offers, amount(random)));
            } else {
                moves.add(counter(moves.size() - offers + 1, offers, amount(random)));
            }
        }
        return moves.toArray(OfferEvent[]::new);
    }

    private static String amount(Random random) {
        return Money.ofMinor(CurrencyUnit.USD, 1 + random.nextInt(150_000))
                .getAmount()
                .toPlainString();
    }

    private static Ledger ledger(OfferEvent... moves) {
        Ledger ledger = Ledger.EMPTY;
        for (OfferEvent move : moves) {
            ledger = ledger.after(move, AT);
        }
        return ledger;
    }

    private static OfferMade offer(int number, String price) {
        Totals totals = new Totals(LIST, COST, usd(price));
        return new OfferMade(
                number,
                "axel",
                "standard",
                1,
                List.of(new OfferLine("GTX Pro", 1, LIST, COST, usd(price))),
                LIST,
                COST,
                usd(price),
                totals.discountPercent(),
                totals.marginPercent(),
                null);
    }

    private static CounterOfferRecorded counter(int number, int offer, String price) {
        Totals totals = new Totals(LIST, COST, usd(price));
        return new CounterOfferRecorded(
                number, offer, usd(price), totals.discountPercent(), totals.marginPercent(), null);
    }

    private static Money usd(String amount) {
        return Money.of(CurrencyUnit.USD, new BigDecimal(amount));
    }

    private static BigDecimal points(String points) {
        return new BigDecimal(points);
    }
}
