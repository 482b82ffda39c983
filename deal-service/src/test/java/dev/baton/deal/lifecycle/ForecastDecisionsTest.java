package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.deal.ProgressEvent.ForecastCategory.BEST_CASE;
import static dev.baton.contract.deal.ProgressEvent.ForecastCategory.COMMIT;
import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.EUR_900;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static dev.baton.deal.lifecycle.Deals.after;
import static dev.baton.deal.lifecycle.Deals.decide;
import static dev.baton.deal.lifecycle.Deals.person;
import static dev.baton.deal.lifecycle.Deals.qualified;
import static dev.baton.deal.lifecycle.Deals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.deal.lifecycle.ProgressCommand.AdjustForecast;
import dev.baton.deal.lifecycle.ProgressCommand.SubmitForecast;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the holder answers for, and what a manager makes of it.
class ForecastDecisionsTest {
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final LocalDate JULY = LocalDate.of(2026, 7, 31);
    private static final ForecastSubmitted FIRST = new ForecastSubmitted(1, JUNE, COMMIT, EUR_900, "axel");
    private static final ForecastAdjusted LATER =
            new ForecastAdjusted(1, JULY, BEST_CASE, EUR_900, "their budget is not signed", "melvin");

    @Test
    void the_holder_submits_the_forecast_as_it_was_revised_at_the_last_known_value() {
        assertThat(decide(expected(), new SubmitForecast(ID), axel())).containsExactly(FIRST);
        refused(expected(), new SubmitForecast(ID), melvin(), "not-the-holder");
    }

    @Test
    void a_forecast_that_lacks_something_is_not_submitted() {
        DealRejected refusal = refused(qualified(), new SubmitForecast(ID), axel(), "forecast-incomplete");
        assertThat(refusal).hasMessageContaining("expectedClose, category").hasMessageNotContaining("value");
        assertThat(refusal.allowed()).containsExactly("revise-forecast");
    }

    @Test
    void a_close_that_was_expected_for_a_day_that_is_past_is_not_submitted() {
        DealState late = after(qualified(), new ForecastRevised(LocalDate.of(2026, 3, 30), COMMIT, null));
        refused(late, new SubmitForecast(ID), axel(), "day-past");
    }

    @Test
    void the_same_forecast_again_is_no_second_submission_until_it_is_revised_or_adjusted() {
        assertThat(decide(submitted(), new SubmitForecast(ID), axel())).isEmpty();
        DealState revised = after(submitted(), new ForecastRevised(null, null, EUR_1000));
        assertThat(decide(revised, new SubmitForecast(ID), axel()))
                .containsExactly(new ForecastSubmitted(2, JUNE, COMMIT, EUR_1000, "axel"));
        assertThat(decide(after(submitted(), LATER), new SubmitForecast(ID), axel()))
                .containsExactly(new ForecastSubmitted(2, JUNE, COMMIT, EUR_900, "axel"));
    }

    @Test
    void a_manager_adjusts_what_was_submitted_and_says_why() {
        assertThat(decide(submitted(), adjustment(JULY, BEST_CASE), melvin())).containsExactly(LATER);
        refused(submitted(), adjustment(JULY, BEST_CASE), axel(), "role-required");
    }

    @Test
    void what_the_holder_submitted_stays_beside_the_adjustment() {
        ForecastCall call = call(after(submitted(), LATER));
        assertThat(call.submitted()).isEqualTo(FIRST);
        assertThat(call.figures()).isEqualTo(new ForecastCall.Figures(JULY, BEST_CASE, EUR_900));
    }

    @Test
    void an_adjustment_leaves_the_rest_as_it_stands_and_the_same_is_no_second_one() {
        assertThat(decide(after(submitted(), LATER), adjustment(null, COMMIT), melvin()))
                .containsExactly(
                        new ForecastAdjusted(1, JULY, COMMIT, EUR_900, "their budget is not signed", "melvin"));
        assertThat(decide(after(submitted(), LATER), adjustment(JULY, null), melvin()))
                .isEmpty();
    }

    @Test
    void the_next_submission_stands_unadjusted() {
        DealState again = after(submitted(), LATER, new ForecastSubmitted(2, JUNE, COMMIT, EUR_900, "axel"));
        assertThat(call(again).adjusted()).isNull();
        assertThat(call(again).figures()).isEqualTo(new ForecastCall.Figures(JUNE, COMMIT, EUR_900));
    }

    @Test
    void what_nobody_submitted_is_not_adjusted() {
        assertThat(refused(expected(), adjustment(JULY, null), melvin(), "forecast-not-submitted")
                        .allowed())
                .containsExactly("submit-forecast");
    }

    @Test
    void nobody_adjusts_a_forecast_of_their_own() {
        DealState stewarded = after(
                expected(),
                new HolderRecognised(new Holder(SALES_MANAGER, "melvin"), 2),
                new ForecastSubmitted(1, JUNE, COMMIT, EUR_900, "melvin"));
        refused(stewarded, adjustment(JULY, null), melvin(), "own-request");
        assertThat(decide(stewarded, adjustment(JULY, null), person(STANDARD, "cara", SALES_MANAGER)))
                .hasSize(1);
    }

    private static DealState expected() {
        return after(qualified(), new ForecastRevised(JUNE, COMMIT, null));
    }

    private static DealState submitted() {
        return after(expected(), FIRST);
    }

    private static ForecastCall call(DealState deal) {
        ForecastCall call = ((DealState.Known) deal).dossier().progress().call();
        assertThat(call).isNotNull();
        return call;
    }

    private static AdjustForecast adjustment(@Nullable LocalDate close, @Nullable ForecastCategory category) {
        return new AdjustForecast(ID, "their budget is not signed", close, category, null);
    }

    private static DealContext axel() {
        return person(STANDARD, "axel", ACCOUNT_EXECUTIVE);
    }

    private static DealContext melvin() {
        return person(STANDARD, "melvin", SALES_MANAGER);
    }
}
