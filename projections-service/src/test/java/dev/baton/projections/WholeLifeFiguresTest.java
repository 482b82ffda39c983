package dev.baton.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.ExchangeRate;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastCategory;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.FoldedRows;
import dev.baton.projections.testing.SmallOffice;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Figures after deals were reopened, reversed and corrected, and in the base currency.
class WholeLifeFiguresTest {
    private static final Holder MELVIN = new Holder(Role.SALES_MANAGER, "melvin");

    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @Test
    void a_deal_that_was_lost_reopened_and_won_counts_once_as_won() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 100.00");
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.LOST, null);
        reopened();
        office.closed("deal", "2026-03-09T12:00:00Z", Outcome.WON, "USD 90.00");

        assertThat(rows("select month || ' ' || won || ':' || lost from analytics.win_loss"))
                .containsExactly("2026-03-01 1:0");
        assertThat(rows("select attempt || ' ' || outcome || ' ' || value from analytics.close_attempt order by 1"))
                .containsExactly("1 LOST 100.00", "2 WON 90.00");
    }

    @Test
    void a_reopened_deal_that_is_under_way_still_counts_as_it_was_closed() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 100.00");
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.LOST, null);
        reopened();

        assertThat(rows("select month || ' ' || won || ':' || lost from analytics.win_loss"))
                .containsExactly("2026-01-01 0:1");
    }

    @Test
    void a_win_that_was_booked_in_error_does_not_count_and_one_that_was_cancelled_is_a_loss() {
        won("in-error");
        reversed("in-error", Reversal.BOOKED_IN_ERROR);
        won("cancelled");
        reversed("cancelled", Reversal.CLIENT_CANCELLED);

        assertThat(rows("select deal_id || ' ' || outcome || ' ' || reason || ' ' || month from analytics.close"))
                .containsExactly("cancelled LOST CLIENT_CANCELLED 2026-02-01");
    }

    @Test
    void totals_in_the_base_currency_say_so_and_leave_out_what_has_no_rate() {
        office.found("one", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        closed("one", "EUR 100.05", new ExchangeRate("USD", "1.0834", 3));
        office.found("two", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        closed("two", "JPY 1000", new ExchangeRate("USD", "0.0067", 3));
        office.found("three", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        closed("three", "GBP 5.00", null);

        assertThat(rows("""
                select coalesce(base_currency, '-') || ' ' || won || ' ' || won_base_value || ' ' || unrated
                from analytics.win_loss_base order by 1""")).containsExactly("- 1 0 1", "USD 2 115.09 0");
        assertThat(
                        rows(
                                "select base_value || ' ' || rate || ' ' || rate_version from analytics.close where deal_id = 'one'"))
                .containsExactly("108.39 1.0834 3");
    }

    @Test
    void a_correction_compensates_the_value_and_the_territory_of_a_close() {
        won("deal");
        book.deal(
                "deal",
                "2026-02-09T12:00:00Z",
                new DealCorrected("typo", null, null, null, "West", null, null, Money.parse("USD 95.00")));

        assertThat(rows("select territory || ' ' || value || ' ' || month from analytics.close"))
                .containsExactly("West 95.00 2026-01-01");
    }

    @Test
    void what_comes_next_is_kept_batch_by_batch() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 100.00");
        book.deal("deal", "2026-01-02T12:00:00Z", new NextStepSet("call", LocalDate.of(2026, 2, 1)));
        book.deal(
                "deal",
                "2026-01-02T12:00:00Z",
                new ForecastRevised(LocalDate.of(2026, 3, 1), ForecastCategory.COMMIT, null));
        book.deal(
                "deal",
                "2026-01-03T12:00:00Z",
                new DealPutOnHold(Stage.PROSPECTING, LocalDate.of(2026, 2, 2), "moves house"));

        assertThat(rows("""
                select state || ' ' || next_step || ' ' || next_step_due || ' ' || expected_close || ' '
                       || forecast_category || ' ' || rests_until from analytics.deal_current""")).containsExactly("ON_HOLD call 2026-02-01 2026-03-01 COMMIT 2026-02-02");
    }

    @Test
    void what_a_forecast_counts_for_is_kept_batch_by_batch() {
        LocalDate march = LocalDate.of(2026, 3, 1);
        Money hundred = Money.parse("USD 100.00");
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 120.00");
        book.deal(
                "deal",
                "2026-01-02T12:00:00Z",
                new ForecastSubmitted(1, march, ForecastCategory.COMMIT, hundred, "anna"));
        book.deal(
                "deal",
                "2026-01-03T12:00:00Z",
                new ForecastAdjusted(1, march, ForecastCategory.BEST_CASE, hundred, "unsigned", "mia"));

        assertThat(rows("""
                select value || ' ' || call_close || ' ' || call_category || ' ' || call_value || ' ' || call_currency
                       || ' ' || call_adjusted_by || ' ' || (call_at at time zone 'UTC')::date
                from analytics.deal_current""")).containsExactly("120.00 2026-03-01 BEST_CASE 100.00 USD mia 2026-01-03");
    }

    private void won(String deal) {
        office.found(deal, "2026-01-01T12:00:00Z", "East", "GTX Pro", "USD 100.00");
        office.closed(deal, "2026-01-09T12:00:00Z", Outcome.WON, null);
    }

    private void reversed(String deal, Reversal kind) {
        book.deal(deal, "2026-02-01T12:00:00Z", new CloseReversed(kind, "why", "melvin", "cara", SmallOffice.ANNA));
    }

    private void reopened() {
        book.deal(
                "deal",
                "2026-02-09T12:00:00Z",
                new DealReopened(2, Stage.PROSPECTING, "they called", MELVIN, SmallOffice.RITA));
    }

    private void closed(String deal, String value, @Nullable ExchangeRate rate) {
        book.deal(deal, "2026-01-09T12:00:00Z", new Closed(Outcome.WON, Money.parse(value), null, null).at(rate));
    }

    private List<String> rows(String sql) {
        try (FoldedRows rows = new FoldedRows(jdbc -> new Folding().models(jdbc, new JsonEventCodec()))) {
            rows.fold(book.events(), 2);
            return rows.jdbc().queryForList(sql, String.class);
        }
    }
}
