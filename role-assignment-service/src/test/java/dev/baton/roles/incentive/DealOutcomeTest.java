package dev.baton.roles.incentive;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.incentive.Plans.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ExchangeRate;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.roles.incentive.CountedClose.Win;
import java.time.Instant;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DealOutcomeTest {
    private static final Instant AT = Instant.parse("2026-03-10T12:00:00Z");
    private static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");

    @Test
    void a_win_without_a_value_is_worth_the_last_known() {
        assertThat(after(found(), new Negotiated(usd("90.00"), null), won(null)).closes())
                .extracting(close -> close.win().value())
                .containsExactly(usd("90.00"));
    }

    @Test
    void a_qualification_that_is_told_late_changes_no_value() {
        assertThat(after(
                                found(),
                                new Negotiated(usd("90.00"), null),
                                new LeadQualified(usd("70.00"), null, null),
                                won(null))
                        .closes())
                .extracting(close -> close.win().value())
                .containsExactly(usd("90.00"));
    }

    @Test
    void a_correction_restates_what_was_won() {
        DealCorrected correction = new DealCorrected("typo", null, null, null, null, null, null, usd("60.00"));
        assertThat(after(found(), won(usd("600.00")), correction).closes())
                .extracting(close -> close.win().value())
                .containsExactly(usd("60.00"));
    }

    @Test
    void a_reversal_names_the_win_that_does_not_count_and_the_next_win_is_another() {
        DealOutcome deal = after(found(), won(usd("80.00")), reversed(), won(usd("75.00")));
        assertThat(deal.closes()).hasSize(3);
        assertThat(deal.closes().get(1).win()).isEqualTo(deal.closes().get(0));
        assertThat(deal.closes().get(2)).isInstanceOf(Win.class).isEqualTo(deal.standing());
    }

    @Test
    void a_loss_is_no_close_that_counts() {
        assertThat(after(found(), new Closed(Outcome.LOST, null, "PRICE", null)).closes())
                .isEmpty();
    }

    @Test
    void who_stands_in_holds_it_for_whoever_is_away() {
        ResponsibilityTransferred standIn = new ResponsibilityTransferred(
                ANNA,
                new Holder(SALES_MANAGER, "mia"),
                2,
                TransferCause.HOLDER_ABSENT,
                Acceptance.POLICY,
                null,
                null,
                ANNA);
        assertThat(DealOutcome.NOTHING_YET.after(standIn, AT).holdings())
                .extracting(held -> held.by())
                .containsExactly(ANNA);
    }

    @Test
    void a_win_counts_at_the_rate_of_its_close_or_not_at_all() {
        ExchangeRate rate = new ExchangeRate("USD", "1.0834", 3);
        Win win = new Win(UUID.randomUUID(), AT, Money.parse("EUR 900.55"), rate);
        assertThat(win.in(CurrencyUnit.USD)).contains(usd("975.66"));
        assertThat(win.in(CurrencyUnit.EUR)).contains(Money.parse("EUR 900.55"));
        assertThat(win.in(CurrencyUnit.GBP)).isEmpty();
        assertThat(new Win(UUID.randomUUID(), AT, Money.parse("EUR 900.55"), null).in(CurrencyUnit.USD))
                .isEmpty();
    }

    private static LeadFound found() {
        return new LeadFound(
                "milestones",
                "Bikes",
                null,
                null,
                null,
                null,
                null,
                usd("50.00"),
                null,
                1,
                new Holder(SALES_REPRESENTATIVE, "rita"));
    }

    private static Closed won(@Nullable Money value) {
        return new Closed(Outcome.WON, value, null, null);
    }

    private static CloseReversed reversed() {
        return new CloseReversed(Reversal.BOOKED_IN_ERROR, "wrong card", "mia", "max", ANNA);
    }

    private static DealOutcome after(DealEvent... events) {
        DealOutcome deal = DealOutcome.NOTHING_YET;
        for (DealEvent event : events) {
            deal = deal.after(event, UUID.randomUUID(), AT);
        }
        return deal;
    }
}
