package dev.baton.projections.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AssignmentFoldTest {
    private static final Role SUPPORT = Role.CUSTOMER_SUPPORT_REPRESENTATIVE;

    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @Test
    void a_leg_for_which_nobody_is_found_waits_in_the_queue() {
        wonAndQueued();

        Waiting leg = folded().waiting().get(SUPPORT);

        assertThat(leg.waits()).isTrue();
        assertThat(leg.territory()).isEqualTo("East");
        assertThat(leg.since()).isEqualTo(Instant.parse("2026-01-09T12:00:00Z"));
    }

    @Test
    void a_leg_that_is_woken_in_vain_keeps_its_place() {
        wonAndQueued();
        Waiting before = folded().waiting().get(SUPPORT);
        book.after(600).responsibility("deal", "2026-01-10T12:00:00Z", new AssignmentWoken(SUPPORT, "SLOT_RELEASED"));
        office.queued("deal", "2026-01-10T12:00:00Z", SUPPORT, "East");

        Waiting after = folded().waiting().get(SUPPORT);

        assertThat(after.sinceRecorded()).isEqualTo(before.sinceRecorded());
        assertThat(after.woken()).isEqualTo(1);
    }

    @Test
    void whoever_is_chosen_takes_the_leg_out_of_the_queue() {
        wonAndQueued();
        office.handsOver(
                "deal", "2026-01-12T12:00:00Z", SmallOffice.RITA, SmallOffice.SAM, 1, TransferCause.CLOSED_WON);

        assertThat(folded().waiting().get(SUPPORT).left().how()).isEqualTo(Waiting.How.CHOSEN);
    }

    @Test
    void a_leg_that_is_passed_over_waits_no_more() {
        wonAndQueued();
        book.responsibility("deal", "2026-01-12T12:00:00Z", new LegPassedOver(SUPPORT, "MOVED_ON"));

        assertThat(folded().waiting().get(SUPPORT).left().how()).isEqualTo(Waiting.How.PASSED_OVER);
    }

    @Test
    void nothing_waits_when_the_carried_deal_has_ended() {
        wonAndQueued();
        office.ended("deal", "2026-01-12T12:00:00Z", SmallOffice.RITA, 0);

        assertThat(folded().waiting().get(SUPPORT).left().how()).isEqualTo(Waiting.How.ENDED);
    }

    @Test
    void a_decision_keeps_the_wish_and_what_became_of_it() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.handsOver(
                "deal", "2026-01-01T12:00:00Z", SmallOffice.RITA, SmallOffice.BERT, 1, TransferCause.LEAD_FOUND);

        Decision decision = folded().decisions().getFirst();

        assertThat(decision.chosen()).isEqualTo("bert");
        assertThat(decision.requested().member()).isEqualTo("anna");
        assertThat(decision.requested().granted()).isFalse();
    }

    @Test
    void a_declined_offer_tells_why() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        book.responsibility("deal", "2026-01-01T12:00:00Z", new OfferMade("offer", SmallOffice.ANNA, 1));
        book.responsibility("deal", "2026-01-02T12:00:00Z", new OfferDeclined("offer", SmallOffice.ANNA, "TOO_BUSY"));

        Offer.Answer answer = folded().offers().get("offer").answer();

        assertThat(answer.kind()).isEqualTo(Offer.Kind.DECLINED);
        assertThat(answer.reason()).isEqualTo("TOO_BUSY");
    }

    private void wonAndQueued() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.closed("deal", "2026-01-09T12:00:00Z", Outcome.WON, "USD 1.00");
        office.queued("deal", "2026-01-09T12:00:00Z", SUPPORT, "East");
    }

    private Assignments folded() {
        return Facts.folded(new AssignmentFold(), Facts.ofDeal(book, "deal"));
    }
}
