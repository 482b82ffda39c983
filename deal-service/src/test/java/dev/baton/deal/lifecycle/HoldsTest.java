package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.deal.lifecycle.Deals.DAY_ONE;
import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.EVIDENCE;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.MILESTONES;
import static dev.baton.deal.lifecycle.Deals.STANDARD;
import static dev.baton.deal.lifecycle.Deals.after;
import static dev.baton.deal.lifecycle.Deals.agreed;
import static dev.baton.deal.lifecycle.Deals.client;
import static dev.baton.deal.lifecycle.Deals.decide;
import static dev.baton.deal.lifecycle.Deals.found;
import static dev.baton.deal.lifecycle.Deals.negotiating;
import static dev.baton.deal.lifecycle.Deals.onHold;
import static dev.baton.deal.lifecycle.Deals.person;
import static dev.baton.deal.lifecycle.Deals.refused;
import static dev.baton.deal.lifecycle.Deals.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.ClosingCommand.CloseDeal;
import dev.baton.deal.lifecycle.DueCommand.ReviewHold;
import dev.baton.deal.lifecycle.HoldCommand.PutOnHold;
import dev.baton.deal.lifecycle.HoldCommand.Resume;
import dev.baton.deal.lifecycle.NegotiationCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// Deals on hold.
class HoldsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
    private static final LocalDate REVIEW = LocalDate.of(2026, 4, 30);
    private static final Close LOSS = new Close(Outcome.LOST, null, Closed.NOT_RECORDED, null);
    private static final Close WIN = new Close(Outcome.WON, EUR_1000, null, null);

    @Test
    void a_deal_goes_on_where_it_rested() {
        var held = decide(negotiating(), new PutOnHold(ID, REVIEW, "moves house"), axel());
        assertThat(held).containsExactly(new DealPutOnHold(Stage.NEGOTIATING, REVIEW, "moves house"));
        var resting = after(negotiating(), held.getFirst());
        assertThat(resting.stateName()).isEqualTo("OnHold");
        var resumed = decide(resting, new Resume(ID), axel());
        assertThat(resumed).containsExactly(new DealResumed(Stage.NEGOTIATING, ResumeCause.PERSON, "axel"));
        assertThat(after(resting, resumed.getFirst())).isEqualTo(negotiating());
    }

    @Test
    void a_deal_is_reviewed_within_the_limit_of_its_pipeline() {
        refused(negotiating(), new PutOnHold(ID, TODAY, "now"), axel(), "day-past");
        var refusal = refused(negotiating(), new PutOnHold(ID, TODAY.plusDays(93), "long"), axel(), "hold-too-long");
        assertThat(refusal.allowed()).containsExactly("until " + TODAY.plusDays(92));
    }

    @Test
    void a_manager_may_let_a_deal_rest_longer_and_that_is_on_record() {
        var allowed = after(negotiating(), new RuleOverridden("hold-too-long", "builds a new factory", "melvin"));
        assertThat(decide(allowed, new PutOnHold(ID, TODAY.plusDays(93), "long"), axel()))
                .hasSize(1);
    }

    @Test
    void a_deal_goes_on_by_itself_on_its_review_date() {
        assertThat(decide(onHold(), new ReviewHold(ID), at("2026-04-29T23:59:59Z")))
                .isEmpty();
        assertThat(decide(onHold(), new ReviewHold(ID), at("2026-04-30T00:00:00Z")))
                .containsExactly(new DealResumed(Stage.QUALIFIED, ResumeCause.REVIEW_DUE, null));
    }

    @Test
    void nobody_works_on_a_deal_that_rests() {
        var refusal = refused(onHold(), new OpenNegotiation(ID), axel(), "not-in-this-state");
        assertThat(refusal.allowed()).contains("resume", "close-deal");
    }

    @Test
    void a_deal_that_rests_is_lost_but_not_won() {
        assertThat(decide(onHold(), new CloseDeal(ID, LOSS), axel())).containsExactly(LOSS.at(null));
        var resting = after(agreed(), new DealPutOnHold(Stage.AGREED, REVIEW, "moves house"));
        var refusal = refused(resting, new CloseDeal(ID, WIN), axel(), "on-hold");
        assertThat(refusal.allowed()).containsExactly("resume");
    }

    @Test
    void a_milestone_from_outside_moves_a_resting_deal_on_and_says_so() {
        var terms = new Negotiated(EUR_1000, null);
        assertThat(decide(onHold(), new RecordNegotiated(ID, terms, DAY_ONE), client(STANDARD)))
                .containsExactly(new DealResumed(Stage.QUALIFIED, ResumeCause.MOVED_ON, null), terms);
    }

    @Test
    void a_milestone_that_is_told_late_does_not_end_the_rest() {
        var resting = after(
                unknown(),
                found(EUR_1000),
                new Negotiated(EUR_1000, null),
                new DealPutOnHold(Stage.AGREED, REVIEW, "moves house"));
        var late = new LeadQualified(null, null, EVIDENCE);
        assertThat(decide(resting, new RecordLeadQualified(ID, late, DAY_ONE), client(MILESTONES)))
                .containsExactly(late);
        assertThat(after(resting, late).stateName()).isEqualTo("OnHold");
    }

    @Test
    void a_loss_from_outside_ends_deal_and_rest() {
        assertThat(decide(onHold(), new RecordClosed(ID, LOSS, DAY_ONE), client(STANDARD)))
                .containsExactly(LOSS.at(null));
        assertThat(after(onHold(), LOSS.at(null))).isInstanceOf(Lost.class);
    }

    @Test
    void the_holder_and_any_manager_may_hold_and_resume() {
        assertThat(decide(onHold(), new Resume(ID), person(STANDARD, "maria", SALES_MANAGER)))
                .hasSize(1);
        refused(onHold(), new Resume(ID), person(STANDARD, "eve", ACCOUNT_EXECUTIVE), "not-the-holder");
    }

    private static DealContext axel() {
        return person(STANDARD, "axel", ACCOUNT_EXECUTIVE);
    }

    private static DealContext at(String now) {
        return new DealContext(Instant.parse(now), Actor.client("baton"), STANDARD, null);
    }
}
