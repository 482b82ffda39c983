package dev.baton.projections.close;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DealCloseFoldTest {
    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @Test
    void a_lost_deal_counts_at_its_last_known_value() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 5000.00");
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.LOST, null);

        assertThat(folded().value()).isEqualTo(Money.parse("USD 5000.00"));
    }

    @Test
    void a_won_deal_counts_at_the_value_of_the_close() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 5000.00");
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.WON, "USD 4500.00");

        assertThat(folded().value()).isEqualTo(Money.parse("USD 4500.00"));
    }

    private DealClose folded() {
        return Facts.folded(new DealCloseFold(), Facts.ofDeal(book, "deal")).now();
    }
}
