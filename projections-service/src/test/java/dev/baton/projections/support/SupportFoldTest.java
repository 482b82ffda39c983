package dev.baton.projections.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ServiceEvent.CalendarVersion;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupportFoldTest {
    private static final String NOON = "2026-03-02T12:00:00Z";
    private static final Instant DUE = Instant.parse("2026-03-03T12:00:00Z");

    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @BeforeEach
    void a_deal_is_won_and_in_support() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 5000.00");
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.WON, null);
        office.inSupport("deal", "2026-01-10T12:00:00Z");
    }

    @Test
    void a_promise_is_open_until_it_is_kept_or_broken() {
        then(made("parts"), made("visit"), new CommitmentFulfilled("parts", null));
        assertThat(folded().commitments().get("parts").fulfilled()).isEqualTo(NOON);
        assertThat(folded().commitments().get("visit"))
                .isEqualTo(new Commitment("deal", "visit", "Spare parts", Instant.parse(NOON), DUE, null, null, null));
    }

    @Test
    void a_promise_that_is_fulfilled_late_stays_broken() {
        then(made("parts"), new CommitmentBreached("parts", DUE), new CommitmentFulfilled("parts", null));
        assertThat(folded().commitments().get("parts").breached()).isEqualTo(NOON);
    }

    @Test
    void the_end_of_the_service_voids_what_is_pending_and_nothing_else() {
        then(
                made("parts"),
                made("visit"),
                new CommitmentBreached("parts", DUE),
                new ServiceEnded(ServiceOutcome.CHURNED, "moved"));
        assertThat(folded().commitments().get("parts").voided()).isNull();
        assertThat(folded().commitments().get("visit").voided()).isEqualTo(NOON);
        assertThat(folded().deal().ended().how().outcome()).isEqualTo(ServiceOutcome.CHURNED);
    }

    @Test
    void scores_of_four_and_five_are_satisfied() {
        then(new SatisfactionRecorded(5, null), new SatisfactionRecorded(4, null), new SatisfactionRecorded(3, null));
        assertThat(folded().deal().scores()).isEqualTo(new Scores(3, 12, 2, 3));
    }

    @Test
    void a_case_is_resolved_once_it_is() {
        then(new CaseOpened("C-1", "It stops", Priority.HIGH), new CaseResolved("C-1", "valve"));
        assertThat(folded().cases().get("C-1").resolved()).isEqualTo(NOON);
    }

    @Test
    void a_win_that_is_reversed_is_none_and_what_was_promised_is_void() {
        then(
                made("parts"),
                new CloseReversed(Reversal.BOOKED_IN_ERROR, "booked twice", "maria", "mia", SmallOffice.ANNA));
        assertThat(folded().deal().won()).isNull();
        assertThat(folded().deal().handed()).isNull();
        assertThat(folded().commitments().get("parts").voided()).isEqualTo(NOON);
    }

    @Test
    void a_customer_that_is_corrected_is_the_customer() {
        Customer isdom = new Customer("isdom", "Isdom");
        then(new DealCorrected("another house", null, isdom, null, null, null, null, null));
        assertThat(folded().deal().customer()).isEqualTo(isdom);
    }

    private void then(DealEvent... events) {
        for (DealEvent event : events) {
            book.deal("deal", NOON, event);
        }
    }

    private static CommitmentMade made(String name) {
        return new CommitmentMade(name, "Spare parts", 480, DUE, new CalendarVersion("default", 0));
    }

    private Support folded() {
        SupportFold fold = new SupportFold();
        return Facts.folded(
                fold,
                Facts.ofDeal(book, "deal").stream()
                        .filter(fact -> SupportFold.key(fact).isPresent())
                        .toList());
    }
}
