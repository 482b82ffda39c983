package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

/// Whoever holds the deal leaves, or is away.
class DepartureSituationsTest extends Situation {
    @Test
    void the_deal_of_somebody_who_left_goes_to_a_colleague_at_once_when_nobody_has_to_be_asked() {
        byPolicy();
        heldBy(ANNA);
        leaves(ANNA);
        assertThat(holder()).isEqualTo(BEN);
        assertThat(load(ANNA)).isZero();
        assertThat(load(STEWARD)).isZero();
        assertThat(lastMove().cause()).isEqualTo(TransferCause.HOLDER_DEPARTED);
        assertThat(lastMove().acceptance()).isEqualTo(Acceptance.POLICY);
    }

    @Test
    void the_manager_stands_in_while_a_colleague_is_asked() {
        heldBy(ANNA);
        leaves(ANNA);
        assertThat(holder()).isEqualTo(STEWARD);
        assertThat(lastMove().acceptance()).isEqualTo(Acceptance.FORCED);
        assertThat(offered().to()).isEqualTo(BEN);
        assertThat(load(STEWARD)).isOne();
        accept(BEN);
        assertThat(holder()).isEqualTo(BEN);
        assertThat(lastMove().cause()).isEqualTo(TransferCause.HOLDER_DEPARTED);
        assertThat(load(STEWARD)).isZero();
        tell(won());
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void the_manager_stands_in_while_nobody_is_available() {
        byPolicy();
        heldBy(ANNA);
        nobodyIs(BEN);
        nobodyIs(CLEO);
        leaves(ANNA);
        assertThat(holder()).isEqualTo(STEWARD);
        department.join(ACCOUNT_EXECUTIVE, "cleo", 3);
        sagas.act(new Wake(DEAL, ACCOUNT_EXECUTIVE, "somebody's capacity changed"), DAY);
        deliver();
        assertThat(holder()).isEqualTo(CLEO);
    }

    @Test
    void a_deal_that_waits_for_support_is_rehomed_and_waits_on() {
        nobodyIs(SAM);
        byPolicy();
        heldBy(ANNA);
        tell(won());
        leaves(ANNA);
        assertThat(holder()).isEqualTo(BEN);
        assertThat(department.events(AssignmentQueued.class)).hasSize(2);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1);
        sagas.act(new Wake(DEAL, CUSTOMER_SUPPORT_REPRESENTATIVE, "a place became free"), DAY);
        deliver();
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void an_offer_to_somebody_who_left_goes_to_the_next_candidate() {
        qualified();
        department.send(new Depart(ACCOUNT_EXECUTIVE, "anna", null), DAY);
        expire(ExpiryCause.DEPARTED);
        assertThat(offered().to()).isEqualTo(BEN);
    }

    @Test
    void an_offer_that_the_leaving_holder_made_is_withdrawn_and_made_again_by_the_next() {
        qualified();
        department.join(SALES_REPRESENTATIVE, "ron", 5);
        leaves(RITA);
        assertThat(holder()).isEqualTo(new Holder(SALES_REPRESENTATIVE, "ron"));
        assertThat(offered().to()).isEqualTo(ANNA);
        assertThat(load(ANNA)).isOne();
        accept(ANNA);
        assertThat(holder()).isEqualTo(ANNA);
    }

    @Test
    void what_a_manager_held_who_left_goes_to_the_steward() {
        department.join(SALES_MANAGER, "mia", 10);
        byPolicy();
        heldBy(ANNA);
        force(new Holder(SALES_MANAGER, "mia"));
        leaves(new Holder(SALES_MANAGER, "mia"));
        assertThat(holder()).isEqualTo(STEWARD);
        tell(won());
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void a_deal_that_somebody_else_holds_by_now_is_not_touched() {
        byPolicy();
        heldBy(ANNA);
        force(BEN);
        int before = department.told.size();
        sagas.act(new BeginRehoming(DEAL, ANNA, RehomingCause.DEPARTED), DAY);
        deliver();
        assertThat(department.told).hasSize(before);
    }

    @Test
    void a_manager_who_is_faster_than_the_rehoming_wins() {
        byPolicy();
        heldBy(ANNA);
        department.send(new Depart(ACCOUNT_EXECUTIVE, "anna", null), DAY);
        sagas.act(new BeginRehoming(DEAL, ANNA, RehomingCause.DEPARTED), DAY);
        sagas.act(new ForceTransfer(DEAL, CLEO, null, "steward"), DAY);
        deliver();
        assertThat(holder()).isEqualTo(CLEO);
        assertThat(load(ANNA)).isZero();
        assertThat(load(BEN)).isZero();
    }

    @Test
    void who_is_away_for_too_long_hands_on_the_deal_and_the_credit() {
        byPolicy();
        heldBy(ANNA);
        department.join(ACCOUNT_EXECUTIVE, "anna", 0);
        sagas.act(new BeginRehoming(DEAL, ANNA, RehomingCause.ABSENT), DAY);
        deliver();
        assertThat(holder()).isEqualTo(BEN);
        assertThat(lastMove().cause()).isEqualTo(TransferCause.HOLDER_ABSENT);
    }

    @Test
    void who_stands_in_for_somebody_who_is_away_leaves_them_the_credit_and_the_deal_when_they_are_back() {
        byPolicy();
        heldBy(ANNA);
        isAway(ANNA);
        assertThat(holder()).isEqualTo(BEN);
        assertThat(lastMove().cause()).isEqualTo(TransferCause.HOLDER_ABSENT);
        assertThat(lastMove().credit()).isEqualTo(ANNA);

        isBack(ANNA, BEN);
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(lastMove().cause()).isEqualTo(TransferCause.HOLDER_RETURNED);
        assertThat(lastMove().acceptance()).isEqualTo(Acceptance.POLICY);
        assertThat(lastMove().credit()).isNull();
        assertThat(load(ANNA)).isOne();
        assertThat(load(BEN)).isZero();
        tell(won());
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void who_is_back_takes_over_from_the_manager_who_stood_in_and_the_offer_is_void() {
        heldBy(ANNA);
        isAway(ANNA);
        assertThat(holder()).isEqualTo(STEWARD);
        assertThat(lastMove().credit()).isEqualTo(ANNA);
        String offer = offered().offer();
        isBack(ANNA, STEWARD);
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(load(BEN) + load(STEWARD)).isZero();
        assertThatThrownBy(() -> sagas.act(new AcceptOffer(DEAL, offer, Acceptance.PERSON, "ben"), DAY))
                .isInstanceOf(ResponsibilityRefused.class);
    }

    @Test
    void the_credit_stays_when_whoever_stands_in_leaves_as_well() {
        byPolicy();
        heldBy(ANNA);
        isAway(ANNA);
        leaves(BEN);
        assertThat(holder()).isEqualTo(CLEO);
        assertThat(lastMove().credit()).isEqualTo(ANNA);
    }

    @Test
    void the_credit_goes_on_with_the_deal_when_it_is_handed_to_the_next_role_or_reassigned() {
        byPolicy();
        heldBy(ANNA);
        isAway(ANNA);
        tell(won());
        assertThat(lastMove().credit()).isNull();
        int before = department.told.size();
        sagas.act(new BeginRehoming(DEAL, SAM, RehomingCause.RETURNED), DAY);
        deliver();
        assertThat(department.told).hasSize(before);
    }

    @Test
    void who_is_back_is_asked_like_everybody_else() {
        byPolicy();
        heldBy(ANNA);
        nobodyIs(BEN);
        nobodyIs(CLEO);
        is(ANNA, Availability.ABSENT);
        sagas.act(new BeginRehoming(DEAL, ANNA, RehomingCause.ABSENT), DAY);
        deliver();
        assertThat(holder()).isEqualTo(STEWARD);
        is(ANNA, Availability.AVAILABLE);
        sagas.act(new Wake(DEAL, ACCOUNT_EXECUTIVE, "somebody's availability changed"), DAY);
        deliver();
        assertThat(holder()).isEqualTo(ANNA);
    }

    @Test
    void who_was_given_it_again_by_a_manager_is_not_relieved_of_it_once_more() {
        heldBy(ANNA);
        leaves(ANNA);
        department.join(ACCOUNT_EXECUTIVE, "anna", 5);
        force(ANNA);
        assertThat(holder()).isEqualTo(ANNA);
        int before = department.told.size();
        tell(new Negotiated(Money.parse("USD 10"), null));
        assertThat(department.told).hasSize(before);
    }

    @Test
    void the_steward_does_not_stand_in_while_away_when_another_manager_is_there() {
        department.join(SALES_MANAGER, "mia", 10);
        heldBy(ANNA);
        is(STEWARD, Availability.ABSENT);
        leaves(ANNA);
        assertThat(holder()).isEqualTo(new Holder(SALES_MANAGER, "mia"));
    }

    @Test
    void a_deal_does_not_go_to_and_fro_between_managers_who_are_both_away() {
        department.join(SALES_MANAGER, "mia", 10);
        byPolicy();
        heldBy(ANNA);
        force(STEWARD);
        is(STEWARD, Availability.ABSENT);
        is(new Holder(SALES_MANAGER, "mia"), Availability.ABSENT);
        sagas.act(new BeginRehoming(DEAL, STEWARD, RehomingCause.ABSENT), DAY);
        deliver();
        assertThat(holder()).isEqualTo(STEWARD);
    }

    private void isAway(Holder person) {
        is(person, Availability.ABSENT);
        sagas.act(new BeginRehoming(DEAL, person, RehomingCause.ABSENT, true), DAY);
        deliver();
    }

    private void isBack(Holder person, Holder stoodIn) {
        is(person, Availability.AVAILABLE);
        sagas.act(new BeginRehoming(DEAL, stoodIn, RehomingCause.RETURNED), DAY);
        sagas.act(new BeginRehoming(DEAL, stoodIn, RehomingCause.RETURNED), DAY);
        deliver();
    }
}
