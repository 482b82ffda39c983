package dev.baton.projections.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResponsibilityFoldTest {
    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @Test
    void one_holding_ends_with_the_fact_that_begins_the_next() {
        qualifiedAndHandedOver();

        List<Holding> holdings = folded().holdings();

        assertThat(holdings).extracting(Holding::holder).containsExactly(SmallOffice.RITA, SmallOffice.ANNA);
        assertThat(holdings.getFirst().to()).isEqualTo(holdings.getLast().from());
        assertThat(holdings.getLast().to()).isNull();
    }

    @Test
    void a_hand_off_waits_from_storing_the_stage_fact_to_storing_the_transfer() {
        qualifiedAndHandedOver();

        Holding second = folded().holdings().getLast();

        Asked asked = second.taking().asked();
        assertThat(Duration.between(asked.recorded(), second.fromRecorded()))
                .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(31));
        assertThat(asked.occurred()).isEqualTo(second.from());
    }

    @Test
    void a_stage_fact_that_is_told_after_its_hand_off_is_what_had_asked_for_it() {
        qualifiedAndHandedOver();
        var facts = new ArrayList<>(Facts.ofDeal(book, "deal"));
        var qualified = facts.remove(2);
        facts.add(qualified);

        Responsibility late = Facts.folded(new ResponsibilityFold(), facts);

        assertThat(late).isEqualTo(folded());
    }

    @Test
    void a_reassignment_by_a_manager_waited_for_nothing() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        book.responsibility(
                "deal",
                "2026-01-05T12:00:00Z",
                new ResponsibilityTransferred(
                        SmallOffice.RITA,
                        SmallOffice.BERT,
                        1,
                        TransferCause.REASSIGNED,
                        Acceptance.FORCED,
                        null,
                        "mia"));

        Holding.Taking taking = folded().holdings().getLast().taking();

        assertThat(taking.asked()).isNull();
        assertThat(taking.by()).isEqualTo("mia");
    }

    @Test
    void the_end_of_a_carried_deal_ends_its_last_holding() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.closed("deal", "2026-01-05T12:00:00Z", Outcome.LOST, null);
        office.ended("deal", "2026-01-05T12:00:00Z", SmallOffice.RITA, 0);

        assertThat(folded().holdings().getLast().ended()).isEqualTo(EndCause.CLOSED_LOST);
    }

    @Test
    void a_reopened_deal_has_a_holding_again_and_nobody_held_it_in_between() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.closed("deal", "2026-01-05T12:00:00Z", Outcome.LOST, null);
        office.ended("deal", "2026-01-05T12:00:00Z", SmallOffice.RITA, 0);
        book.responsibility("deal", "2026-02-01T12:00:00Z", new ResponsibilityReopened(SmallOffice.RITA, 1));

        List<Holding> holdings = folded().holdings();
        assertThat(holdings).extracting(Holding::epoch).containsExactly(0, 1);
        assertThat(holdings.getFirst().to()).isEqualTo("2026-01-05T12:00:00Z");
        assertThat(holdings.getLast().from()).isEqualTo("2026-02-01T12:00:00Z");
        assertThat(holdings.getLast().to()).isNull();
    }

    private void qualifiedAndHandedOver() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.qualified("deal", "2026-01-03T12:00:00Z");
        book.after(30);
        office.handsOver(
                "deal", "2026-01-03T12:00:00Z", SmallOffice.RITA, SmallOffice.ANNA, 1, TransferCause.LEAD_QUALIFIED);
    }

    private Responsibility folded() {
        return Facts.folded(new ResponsibilityFold(), Facts.ofDeal(book, "deal"));
    }
}
