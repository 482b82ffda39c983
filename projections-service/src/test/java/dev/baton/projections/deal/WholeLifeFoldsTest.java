package dev.baton.projections.deal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.contract.deal.ProgressEvent.InteractionKind;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.Stage;
import dev.baton.projections.stage.StageVisitFold;
import dev.baton.projections.stage.StageVisits;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A deal's row and its visits after it was returned, put to rest, reopened, reversed, merged and corrected.
class WholeLifeFoldsTest {
    private static final Holder MELVIN = new Holder(Role.SALES_MANAGER, "melvin");
    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @BeforeEach
    void begin() {
        office.found("deal", day(1), "East", "GTX Pro", "USD 100.00");
    }

    @Test
    void a_returned_lead_is_no_longer_qualified() {
        office.qualified("deal", day(2));
        book.deal("deal", day(3), new LeadReturned("no budget", "anna"));

        assertThat(deal().standing()).isEqualTo(new Standing(DealState.PROSPECTING, at(3), 1));
        assertThat(deal().milestones().qualified()).isNull();
        assertThat(visits()).containsExactly("PROSPECTING 1", "QUALIFIED 1", "PROSPECTING 1");
    }

    @Test
    void a_recycled_lead_rests_until_its_day() {
        book.deal("deal", day(2), new LeadRecycled(MAY, "later"));
        assertThat(deal().standing().state()).isEqualTo(DealState.NURTURING);
        assertThat(deal().outlook().restsUntil()).isEqualTo(MAY);

        book.deal("deal", day(9), new NurtureDue(MAY));
        assertThat(deal().standing()).isEqualTo(new Standing(DealState.PROSPECTING, at(9), 1));
        assertThat(deal().outlook().restsUntil()).isNull();
    }

    @Test
    void a_deal_on_hold_is_not_open_and_goes_on_where_it_was() {
        office.qualified("deal", day(2));
        book.deal("deal", day(3), new DealPutOnHold(Stage.QUALIFIED, MAY, "moves house"));
        assertThat(deal().standing().state().open()).isFalse();
        assertThat(deal().outlook().restsUntil()).isEqualTo(MAY);

        book.deal("deal", day(4), new DealResumed(Stage.QUALIFIED, ResumeCause.PERSON, "anna"));
        assertThat(deal().standing().state()).isEqualTo(DealState.QUALIFIED);
        assertThat(deal().milestones().qualified()).isEqualTo(at(2));
        assertThat(visits()).containsExactly("PROSPECTING 1", "QUALIFIED 1", "ON_HOLD 1", "QUALIFIED 1");
    }

    @Test
    void reopened_terms_are_no_longer_agreed() {
        agreed();
        book.deal("deal", day(5), new TermsReopened("two more sites"));

        assertThat(deal().standing().state()).isEqualTo(DealState.NEGOTIATING);
        assertThat(deal().milestones().agreed()).isNull();
    }

    @Test
    void a_reopened_deal_visits_its_stage_again_in_the_next_attempt() {
        agreed();
        office.closed("deal", day(6), Outcome.LOST, null);
        book.deal("deal", day(9), new DealReopened(2, Stage.NEGOTIATING, "they called", MELVIN, SmallOffice.ANNA));

        assertThat(deal().standing()).isEqualTo(new Standing(DealState.NEGOTIATING, at(9), 2));
        assertThat(deal().milestones().closed()).isNull();
        assertThat(deal().ending()).isEqualTo(Ending.NONE);
        assertThat(visits())
                .containsExactly(
                        "PROSPECTING 1", "QUALIFIED 1", "NEGOTIATING 1", "AGREED 1", "LOST 1", "NEGOTIATING 2");
    }

    @Test
    void a_win_that_was_booked_in_error_is_in_negotiation() {
        agreed();
        office.closed("deal", day(6), Outcome.WON, null);
        book.deal("deal", day(7), reversed(Reversal.BOOKED_IN_ERROR));

        assertThat(deal().standing()).isEqualTo(new Standing(DealState.NEGOTIATING, at(7), 1));
        assertThat(deal().milestones().closed()).isNull();
    }

    @Test
    void a_win_whose_client_cancelled_is_lost_since_then() {
        agreed();
        office.closed("deal", day(6), Outcome.WON, null);
        book.deal("deal", day(7), reversed(Reversal.CLIENT_CANCELLED));

        assertThat(deal().standing().state()).isEqualTo(DealState.LOST);
        assertThat(deal().milestones().closed()).isEqualTo(at(7));
        assertThat(deal().ending()).isEqualTo(new Ending("CLIENT_CANCELLED", null));
    }

    @Test
    void a_merged_deal_names_the_one_it_goes_on_as() {
        book.deal("deal", day(2), new DealMerged("other", "entered twice"));

        assertThat(deal().standing().state()).isEqualTo(DealState.MERGED);
        assertThat(deal().outlook().mergedInto()).isEqualTo("other");
    }

    @Test
    void a_milestone_that_is_told_late_enters_no_stage_and_changes_no_value() {
        office.closed("deal", day(6), Outcome.WON, "USD 90.00");
        book.deal("deal", day(2), new LeadQualified(Money.parse("USD 1.00"), null, null));
        book.deal("deal", day(3), new Negotiated(Money.parse("USD 2.00"), null));

        assertThat(deal().standing()).isEqualTo(new Standing(DealState.WON, at(6), 1));
        assertThat(deal().value()).isEqualTo(Money.parse("USD 90.00"));
        assertThat(deal().milestones().qualified()).isEqualTo(at(2));
        assertThat(visits()).containsExactly("PROSPECTING 1", "WON 1");
    }

    @Test
    void what_comes_next_and_what_is_expected_is_in_the_row() {
        book.deal("deal", day(2), new NextStepSet("send the offer", MAY));
        book.deal("deal", day(2), new ForecastRevised(MAY, ForecastCategory.BEST_CASE, Money.parse("USD 80.00")));
        book.deal("deal", day(3), new ForecastRevised(null, ForecastCategory.COMMIT, null));
        book.deal("deal", day(4), new InteractionLogged(InteractionKind.CALL, "spoke", null));

        assertThat(deal().outlook())
                .isEqualTo(new Outlook("send the offer", MAY, MAY, ForecastCategory.COMMIT, null, at(4), null, null));
        assertThat(deal().value()).isEqualTo(Money.parse("USD 80.00"));
    }

    @Test
    void a_forecast_counts_as_it_was_submitted_last_and_adjusted_since() {
        Money eighty = Money.parse("USD 80.00");
        book.deal("deal", day(2), new ForecastSubmitted(1, MAY, ForecastCategory.COMMIT, eighty, "anna"));
        assertThat(deal().outlook().call())
                .isEqualTo(new ForecastCall(MAY, ForecastCategory.COMMIT, eighty, at(2), null));
        book.deal("deal", day(3), new ForecastAdjusted(1, MAY, ForecastCategory.BEST_CASE, eighty, "no", "mia"));
        assertThat(deal().outlook().call())
                .isEqualTo(new ForecastCall(MAY, ForecastCategory.BEST_CASE, eighty, at(3), "mia"));
        book.deal("deal", day(4), new ForecastSubmitted(2, MAY, ForecastCategory.COMMIT, eighty, "anna"));
        assertThat(deal().outlook().call())
                .isEqualTo(new ForecastCall(MAY, ForecastCategory.COMMIT, eighty, at(4), null));
        assertThat(deal().value()).isNotEqualTo(eighty);
    }

    @Test
    void a_correction_changes_what_is_known_and_leaves_the_rest() {
        book.deal("deal", day(2), new DealCorrected("typo", "Trikes", null, null, "West", null, null, null));

        assertThat(deal().lead().title()).isEqualTo("Trikes");
        assertThat(deal().lead().territory()).isEqualTo("West");
        assertThat(deal().lead().product()).isEqualTo("GTX Pro");
        assertThat(deal().value()).isEqualTo(Money.parse("USD 100.00"));
    }

    private void agreed() {
        office.qualified("deal", day(2));
        book.deal("deal", day(3), new NegotiationOpened());
        book.deal("deal", day(4), new Negotiated(Money.parse("USD 90.00"), null));
    }

    private static CloseReversed reversed(Reversal kind) {
        return new CloseReversed(kind, "wrong card", "melvin", "cara", SmallOffice.ANNA);
    }

    private DealCurrent deal() {
        return Facts.folded(new DealCurrentFold(), Facts.ofDeal(book, "deal"));
    }

    private List<String> visits() {
        StageVisits visits = Facts.folded(new StageVisitFold(), Facts.ofDeal(book, "deal"));
        return visits.visits().stream()
                .map(visit -> visit.stage() + " " + visit.attempt())
                .toList();
    }

    private static String day(int day) {
        return at(day).toString();
    }

    private static Instant at(int day) {
        return Instant.parse("2026-01-0" + day + "T12:00:00Z");
    }
}
