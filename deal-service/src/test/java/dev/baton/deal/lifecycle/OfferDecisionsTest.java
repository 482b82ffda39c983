package dev.baton.deal.lifecycle;

import static dev.baton.deal.lifecycle.Talks.AXEL;
import static dev.baton.deal.lifecycle.Talks.EVERYTHING;
import static dev.baton.deal.lifecycle.Talks.ID;
import static dev.baton.deal.lifecycle.Talks.NOOR;
import static dev.baton.deal.lifecycle.Talks.act;
import static dev.baton.deal.lifecycle.Talks.context;
import static dev.baton.deal.lifecycle.Talks.draft;
import static dev.baton.deal.lifecycle.Talks.negotiating;
import static dev.baton.deal.lifecycle.Talks.offer;
import static dev.baton.deal.lifecycle.Talks.usd;
import static dev.baton.deal.lifecycle.Talks.when;
import static dev.baton.deal.lifecycle.TermsActs.CONSTRAINT;
import static dev.baton.deal.lifecycle.TermsActs.NEED;
import static dev.baton.deal.lifecycle.TermsActs.decided;
import static dev.baton.deal.lifecycle.TermsActs.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.NeedEvent.ConstraintRecorded;
import dev.baton.contract.deal.NeedEvent.NeedRecorded;
import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.deal.lifecycle.Talks.Act;
import dev.baton.deal.lifecycle.TermsCommand.AskedLine;
import dev.baton.deal.lifecycle.TermsCommand.MakeOffer;
import dev.baton.deal.lifecycle.TermsCommand.OfferDraft;
import dev.baton.deal.lifecycle.TermsCommand.RecordCounterOffer;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferDecisionsTest {
    @Test
    void needs_and_constraints_get_ids_in_the_order_of_recording() {
        assertThat(decided(when(NEED), act(AXEL, new RecordNeed(ID, "less scrap"))))
                .containsExactly(new NeedRecorded("N2", "less scrap"));
        assertThat(decided(when(NEED), CONSTRAINT)).containsExactly(new ConstraintRecorded("C1", "before March"));
    }

    @Test
    void a_need_that_is_on_record_is_no_second_fact() {
        assertThat(decided(when(NEED), NEED)).isEmpty();
    }

    @Test
    void only_the_holder_records_a_need() {
        refused(negotiating(), act(NOOR, new RecordNeed(ID, "a faster line")), "not-the-holder");
    }

    @Test
    void discount_and_margin_are_computed_from_the_price_list_in_force() {
        OfferMade made = (OfferMade) decided(negotiating(), offer("990.00")).getFirst();
        assertThat(made.priceListVersion()).isEqualTo(2);
        assertThat(made.lines().getFirst().listPrice()).isEqualTo(usd("1100.00"));
        assertThat(made.lines().getFirst().cost()).isEqualTo(usd("650.00"));
        assertThat(made.discountPercent()).isEqualTo(new BigDecimal("10.00"));
        assertThat(made.marginPercent()).isEqualTo(new BigDecimal("34.34"));
    }

    @Test
    void a_price_list_that_is_not_in_force_yet_is_refused() {
        var refusal =
                refused(negotiating(), act(AXEL, new MakeOffer(ID, draft(3, "1200.00"))), "price-list-not-in-force");
        assertThat(refusal.allowed()).containsExactly("2");
    }

    @Test
    void a_price_list_that_was_followed_is_refused_unless_an_earlier_offer_was_made_from_it() {
        Act old = act(AXEL, new MakeOffer(ID, draft(1, "900.00")));
        refused(negotiating(), old, "price-list-not-in-force");
        Instant february = Instant.parse("2026-02-03T09:30:00Z");
        var begun = Talks.after(
                negotiating(),
                DealDecisions.decide(negotiating(), offer("950.00").command(), context(AXEL, EVERYTHING, february)));
        assertThat(((OfferMade) decided(begun, old).getFirst()).priceListVersion())
                .isEqualTo(1);
    }

    @Test
    void a_product_that_the_list_does_not_have_is_refused_and_what_it_has_is_named() {
        var eaten = new OfferDraft(null, List.of(new AskedLine("Cake", 1, usd("5.00"))), null);
        assertThat(refused(negotiating(), act(AXEL, new MakeOffer(ID, eaten)), "unknown-product")
                        .allowed())
                .containsExactly("Press", "Rig");
    }

    @Test
    void the_same_offer_again_is_no_second_one_until_the_customer_has_answered() {
        assertThat(decided(when(offer("990.00")), offer("990.00"))).isEmpty();
        var answered = when(offer("990.00"), act(AXEL, new RecordCounterOffer(ID, usd("800.00"), null)));
        assertThat(((OfferMade) decided(answered, offer("990.00")).getFirst()).offer())
                .isEqualTo(2);
    }

    @Test
    void a_counter_offer_says_what_it_would_mean() {
        assertThat(decided(when(offer("990.00")), act(AXEL, new RecordCounterOffer(ID, usd("800.00"), "training"))))
                .containsExactly(new CounterOfferRecorded(
                        1, 1, usd("800.00"), new BigDecimal("27.28"), new BigDecimal("18.75"), "training"));
    }

    @Test
    void there_is_no_counter_offer_before_an_offer() {
        refused(negotiating(), act(AXEL, new RecordCounterOffer(ID, usd("800.00"), null)), "offer-missing");
    }
}
