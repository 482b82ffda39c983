package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingCommand.ReleaseSlot;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Quiet;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The deal itself goes another way while it is handed on.
class DealSituationsTest extends Situation {
    // --- the package ------------------------------------------------------------------------------------------------

    @Test
    void a_package_that_support_refuses_leaves_the_deal_with_the_executive_who_is_told_what_is_missing() {
        supportIsAsked();
        decline(SAM, Ground.PACKAGE_INCOMPLETE);
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(department.events(PackageRefused.class))
                .containsExactly(new PackageRefused(ANNA, "busy", A_DAY_LATER));
        assertThat(load(SAM)).isZero();
        assertThat(department.events(OfferMade.class)).hasSize(2);

        sagas.tell(DEAL, new HandoverRequested(null), DAY);
        deliver();
        assertThat(offered().to()).isEqualTo(SAM);
        tell(new HandoverRejected(List.of("busy"), "sam", "the offer that was declined"));
        assertThat(department.events(PackageRefused.class)).hasSize(1);
        assertThat(offered().to()).isEqualTo(SAM);
        accept(SAM);
        assertThat(holder()).isEqualTo(SAM);
        assertThat(load(ANNA)).isZero();
    }

    @Test
    void a_place_that_gets_lost_before_the_transfer_is_taken_again_and_the_transfer_stands() {
        qualified();
        department.send(new ReleaseSlot(ACCOUNT_EXECUTIVE, "anna", DEAL, "a mistake"), DAY);
        accept(ANNA);
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(load(ANNA)).isOne();
        assertThat(department.events(SlotReserved.class).getLast().override()).isTrue();
    }

    // --- lost, reassigned -------------------------------------------------------------------------------------------

    @Test
    void a_deal_that_is_lost_while_it_is_offered_is_nobodys_and_a_late_acceptance_is_refused() {
        qualified();
        String offer = offered().offer();
        tell(new Closed(Outcome.LOST, null, "price", null));
        assertThat(department.of(DEAL)).isEqualTo(new Ended(RITA, 0));
        assertThat(load(ANNA)).isZero();
        assertThat(load(RITA)).isZero();
        assertThatThrownBy(() -> sagas.act(new AcceptOffer(DEAL, offer, Acceptance.PERSON, "anna"), DAY))
                .isInstanceOf(ResponsibilityRefused.class);
    }

    @Test
    void a_deal_that_is_lost_while_it_is_rehomed_is_nobodys() {
        heldBy(ANNA);
        department.send(new Depart(ACCOUNT_EXECUTIVE, "anna", null), DAY);
        sagas.tell(DEAL, new Closed(Outcome.LOST, null, "price", null), DAY);
        sagas.act(new BeginRehoming(DEAL, ANNA, RehomingCause.DEPARTED), DAY);
        deliver();
        assertThat(department.of(DEAL)).isEqualTo(new Ended(ANNA, 1));
        assertThat(load(ANNA) + load(BEN) + load(STEWARD)).isZero();
    }

    @Test
    void a_manager_wins_over_an_offer_by_epoch() {
        qualified();
        String offer = offered().offer();
        force(BEN);
        assertThat(holder()).isEqualTo(BEN);
        assertThat(load(ANNA)).isZero();
        assertThatThrownBy(() -> sagas.act(new AcceptOffer(DEAL, offer, Acceptance.PERSON, "anna"), DAY))
                .isInstanceOf(ResponsibilityRefused.class);
    }

    // --- merged, reopened, reversed, returned, on hold --------------------------------------------------------------

    @Test
    void a_deal_that_is_merged_while_it_is_offered_is_nobodys_and_a_late_acceptance_is_refused() {
        qualified();
        String offer = offered().offer();
        tell(new DealMerged("deal-2", null));
        assertThat(department.of(DEAL)).isEqualTo(new Ended(RITA, 0));
        assertThat(department.events(ResponsibilityEnded.class).getLast().cause())
                .isEqualTo(EndCause.MERGED);
        assertThat(load(ANNA) + load(RITA)).isZero();
        lateAcceptanceIsRefused(offer, ANNA);
    }

    @Test
    void a_reopened_deal_goes_to_whoever_held_it_last_under_the_next_epoch_and_old_offers_stay_void() {
        supportIsAsked();
        String offer = offered().offer();
        tell(new Closed(Outcome.LOST, null, "price", null));
        tell(reopened(Stage.NEGOTIATING, ANNA));
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(((Held) department.of(DEAL)).epoch()).isEqualTo(2);
        assertThat(load(ANNA)).isOne();
        lateAcceptanceIsRefused(offer, SAM);
        tell(won());
        accept(SAM);
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void a_reopened_deal_goes_to_the_manager_when_whoever_held_it_last_is_not_there() {
        department.join(SALES_MANAGER, "mia", 10);
        byPolicy();
        heldBy(ANNA);
        tell(new Closed(Outcome.LOST, null, "price", null));
        department.send(new Depart(ACCOUNT_EXECUTIVE, "anna", null), DAY);
        tell(reopened(Stage.NEGOTIATING, ANNA));
        assertThat(holder()).isEqualTo(new Holder(SALES_MANAGER, "mia"));
        tell(won());
        assertThat(holder()).isEqualTo(SAM);
        assertThat(load(new Holder(SALES_MANAGER, "mia"))).isZero();
    }

    @Test
    void a_deal_that_was_lost_while_an_executive_was_looked_for_is_looked_for_again_when_reopened() {
        byPolicy();
        tell(lead(RITA));
        nobodyIs(ANNA);
        nobodyIs(BEN);
        nobodyIs(CLEO);
        tell(new LeadQualified(null, null, null));
        tell(new Closed(Outcome.LOST, null, "price", null));
        department.join(ACCOUNT_EXECUTIVE, "cleo", 1);
        tell(reopened(Stage.QUALIFIED, RITA));
        assertThat(holder()).isEqualTo(CLEO);
        assertThat(load(RITA)).isZero();
    }

    @Test
    void a_win_that_was_none_goes_back_to_whoever_closed_it() {
        byPolicy();
        heldBy(ANNA);
        tell(won());
        assertThat(holder()).isEqualTo(SAM);
        tell(reversed(Reversal.BOOKED_IN_ERROR));
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(lastMove().cause()).isEqualTo(TransferCause.CLOSE_REVERSED);
        assertThat(load(SAM)).isZero();
        assertThat(load(ANNA)).isOne();
        tell(won());
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void a_win_that_was_none_and_still_waits_for_support_waits_no_more() {
        nobodyIs(SAM);
        byPolicy();
        heldBy(ANNA);
        tell(won());
        assertThat(department.events(AssignmentQueued.class)).hasSize(1);
        tell(reversed(Reversal.BOOKED_IN_ERROR));
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(((Held) department.of(DEAL)).handOver()).isEqualTo(new Quiet());
    }

    @Test
    void a_win_that_was_none_and_that_a_representative_still_had_goes_to_an_executive_at_once() {
        List.of(ANNA, BEN, CLEO).forEach(this::nobodyIs);
        nobodyIs(SAM);
        byPolicy();
        tell(lead(RITA));
        tell(won());
        assertThat(holder()).isEqualTo(RITA);
        department.join(ACCOUNT_EXECUTIVE, "ben", 1);
        tell(new CloseReversed(Reversal.BOOKED_IN_ERROR, "a mistake", "mia", "max", RITA));
        assertThat(holder()).isEqualTo(BEN);
    }

    @Test
    void a_win_that_the_client_cancelled_is_nobodys() {
        byPolicy();
        heldBy(ANNA);
        tell(won());
        tell(reversed(Reversal.CLIENT_CANCELLED));
        assertThat(department.of(DEAL)).isInstanceOf(Ended.class);
        assertThat(load(SAM) + load(ANNA)).isZero();
    }

    @Test
    void a_lead_that_is_returned_while_it_is_offered_stays_with_its_representative() {
        qualified();
        String offer = offered().offer();
        tell(new LeadReturned("no budget", "anna"));
        assertThat(holder()).isEqualTo(RITA);
        assertThat(load(ANNA)).isZero();
        lateAcceptanceIsRefused(offer, ANNA);
        tell(new LeadQualified(null, null, null));
        accept(ANNA);
        assertThat(holder()).isEqualTo(ANNA);
    }

    @Test
    void a_lead_that_the_executive_returns_goes_back_to_its_representative() {
        byPolicy();
        heldBy(ANNA);
        tell(new LeadReturned("no budget", "anna"));
        assertThat(holder()).isEqualTo(RITA);
        assertThat(lastMove().cause()).isEqualTo(TransferCause.LEAD_RETURNED);
        assertThat(load(ANNA)).isZero();
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(ANNA);
    }

    @Test
    void a_package_that_support_rejects_in_the_deal_leaves_it_with_the_executive_until_it_is_prepared() {
        supportIsAsked();
        tell(new HandoverRejected(List.of("signed plan", "contacts"), "sam"));
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(department.events(PackageRefused.class))
                .containsExactly(new PackageRefused(ANNA, "signed plan, contacts", A_DAY_LATER));
        assertThat(load(SAM)).isZero();
        tell(new HandoverPrepared(new HandoverPackage("all of it", null, null)));
        assertThat(offered().to()).isEqualTo(SAM);
    }

    @Test
    void nobody_is_asked_while_the_deal_rests_and_the_time_to_answer_begins_anew() {
        qualified();
        String offer = offered().offer();
        tell(new DealPutOnHold(Stage.QUALIFIED, LocalDate.of(2026, 12, 24), "budget freeze"));
        assertThat(load(ANNA)).isZero();
        lateAcceptanceIsRefused(offer, ANNA);
        assertThat(department.events(OfferMade.class)).hasSize(1);
        tell(new DealResumed(Stage.QUALIFIED, ResumeCause.REVIEW_DUE, null));
        assertThat(department.events(OfferMade.class)).hasSize(2);
        assertThat(offered().due()).isEqualTo(Instant.parse("2026-11-24T16:00:00Z"));
    }

    @Test
    void who_leaves_hands_on_deals_that_rest_as_well() {
        byPolicy();
        heldBy(ANNA);
        tell(new DealPutOnHold(Stage.NEGOTIATING, LocalDate.of(2026, 12, 24), "budget freeze"));
        leaves(ANNA);
        assertThat(holder()).isEqualTo(BEN);
    }

    @Test
    void a_late_qualification_after_the_win_moves_nothing() {
        byPolicy();
        tell(lead(RITA));
        tell(won());
        int before = department.told.size();
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(SAM);
        assertThat(department.told).hasSize(before);
    }

    private void lateAcceptanceIsRefused(String offer, Holder by) {
        assertThatThrownBy(() -> sagas.act(new AcceptOffer(DEAL, offer, Acceptance.PERSON, by.member()), DAY))
                .isInstanceOf(ResponsibilityRefused.class);
    }

    private void supportIsAsked() {
        department.policy = new RoutingPolicy(
                "default",
                1,
                Map.of(CUSTOMER_SUPPORT_REPRESENTATIVE, new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null)));
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        tell(won());
        assertThat(offered().to()).isEqualTo(SAM);
    }
}
