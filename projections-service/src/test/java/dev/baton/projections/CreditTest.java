package dev.baton.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.FoldedRows;
import dev.baton.projections.testing.SmallOffice;
import org.junit.jupiter.api.Test;

/// Whose a close is, in the view that analysts read.
class CreditTest {
    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @Test
    void the_credit_goes_to_whoever_held_the_deal_at_the_close_even_if_the_log_tells_it_later() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.qualified("deal", "2026-01-02T12:00:00Z");
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.WON, "USD 1.00");
        handsOver("2026-01-02T12:00:00Z", SmallOffice.ANNA, TransferCause.LEAD_QUALIFIED);

        assertThat(credited()).isEqualTo("anna");
    }

    @Test
    void support_that_takes_over_at_the_close_earns_no_credit() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.WON, "USD 1.00");
        handsOver("2026-01-09T12:00:00Z", SmallOffice.SAM, TransferCause.CLOSED_WON);

        assertThat(credited()).isEqualTo("rita");
    }

    @Test
    void a_holding_that_took_effect_after_the_close_earns_no_credit() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.WON, "USD 1.00");
        handsOver("2026-01-10T12:00:00Z", SmallOffice.BERT, TransferCause.REASSIGNED);

        assertThat(credited()).isEqualTo("rita");
    }

    @Test
    void nor_does_it_when_the_close_is_told_after_it() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        handsOver("2026-01-10T12:00:00Z", SmallOffice.BERT, TransferCause.REASSIGNED);
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.WON, "USD 1.00");

        assertThat(credited()).isEqualTo("rita");
    }

    @Test
    void who_stands_in_for_somebody_who_is_away_earns_it_for_them() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        book.responsibility(
                "deal",
                "2026-01-05T12:00:00Z",
                new ResponsibilityTransferred(
                        SmallOffice.RITA,
                        SmallOffice.BERT,
                        1,
                        TransferCause.HOLDER_ABSENT,
                        Acceptance.POLICY,
                        "offer",
                        null,
                        SmallOffice.ANNA));
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.WON, "USD 1.00");

        assertThat(credited()).isEqualTo("anna");
    }

    @Test
    void a_figure_that_does_not_ask_whose_a_close_is_does_not_look_for_it() {
        try (FoldedRows rows = new FoldedRows(jdbc -> new Folding().models(jdbc, new JsonEventCodec()))) {
            assertThat(rows.jdbc().queryForList("explain select * from analytics.win_loss", String.class))
                    .noneMatch(line -> line.contains("responsibility_interval"));
        }
    }

    private void handsOver(String time, Holder to, TransferCause cause) {
        office.handsOver("deal", time, SmallOffice.RITA, to, 1, cause);
    }

    private String credited() {
        try (FoldedRows rows = new FoldedRows(jdbc -> new Folding().models(jdbc, new JsonEventCodec()))) {
            return String.valueOf(rows.fold(book.events(), 1)
                    .jdbc()
                    .queryForObject("select credit_member from analytics.close", String.class));
        }
    }
}
