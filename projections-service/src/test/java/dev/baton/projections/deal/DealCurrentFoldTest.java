package dev.baton.projections.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import java.time.Instant;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class DealCurrentFoldTest {
    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @Test
    void a_found_lead_is_prospecting_in_the_hands_of_its_finder() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 5000.00");

        DealCurrent deal = folded();

        assertThat(deal.standing().state()).isEqualTo(DealState.PROSPECTING);
        assertThat(deal.accountable().holder()).isEqualTo(SmallOffice.RITA);
        assertThat(deal.value()).isEqualTo(Money.parse("USD 5000.00"));
    }

    @Test
    void the_state_follows_the_deal_to_agreed_terms() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        book.deal("deal", "2026-01-02T12:00:00Z", new LeadQualified(Money.parse("USD 10.00"), null, null));
        book.deal("deal", "2026-01-03T12:00:00Z", new NegotiationOpened());
        book.deal("deal", "2026-01-04T12:00:00Z", new Negotiated(Money.parse("USD 8.00"), null));

        DealCurrent deal = folded();

        assertThat(deal.standing().state()).isEqualTo(DealState.AGREED);
        assertThat(deal.standing().since()).isEqualTo(Instant.parse("2026-01-04T12:00:00Z"));
        assertThat(deal.value()).isEqualTo(Money.parse("USD 8.00"));
    }

    @Test
    void open_is_from_prospecting_to_agreed() {
        assertThat(DealState.values())
                .filteredOn(DealState::open)
                .containsExactly(DealState.PROSPECTING, DealState.QUALIFIED, DealState.NEGOTIATING, DealState.AGREED);
    }

    @Test
    void a_close_without_a_value_keeps_the_last_known_one() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 5000.00");
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.LOST, null);

        assertThat(folded().value()).isEqualTo(Money.parse("USD 5000.00"));
    }

    @Test
    void a_lost_deal_tells_why_and_to_whom() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        book.deal("deal", "2026-01-09T12:00:00Z", new Closed(Outcome.LOST, null, "PRICE", "Umbrella"));

        assertThat(folded().ending()).isEqualTo(new Ending("PRICE", "Umbrella"));
    }

    @Test
    void a_disqualified_lead_is_no_longer_open() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        book.deal("deal", "2026-01-02T12:00:00Z", new LeadDisqualified("NO_BUDGET"));

        assertThat(folded().standing().state()).isEqualTo(DealState.DISQUALIFIED);
    }

    @Test
    void the_holder_is_the_one_of_the_newest_holding() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.qualified("deal", "2026-01-02T12:00:00Z");
        office.handsOver(
                "deal", "2026-01-02T12:00:00Z", SmallOffice.RITA, SmallOffice.ANNA, 1, TransferCause.LEAD_QUALIFIED);

        assertThat(folded().accountable()).isEqualTo(new Accountable(SmallOffice.ANNA, 1));
    }

    @Test
    void nobody_holds_a_deal_whose_responsibility_has_ended() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.LOST, null);
        office.ended("deal", "2026-01-09T12:00:00Z", SmallOffice.RITA, 0);

        assertThat(folded().accountable().holder()).isNull();
    }

    @Test
    void an_older_epoch_is_not_news() {
        Accountable anna = new Accountable(SmallOffice.ANNA, 2);

        assertThat(anna.heldBy(new Holder(Role.ACCOUNT_EXECUTIVE, "bert"), 1)).isEqualTo(anna);
    }

    @Test
    void a_story_that_does_not_begin_with_a_lead_is_refused() {
        office.qualified("deal", "2026-01-02T12:00:00Z");

        assertThatThrownBy(this::folded)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("baton.deal.lead-qualified.v1 is the first fact of deal deal");
    }

    private DealCurrent folded() {
        return Facts.folded(new DealCurrentFold(), Facts.ofDeal(book, "deal"));
    }
}
