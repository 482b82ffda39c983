package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.Request;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssignmentTest extends RelayOfOneDeal {
    @Test
    void a_wish_is_remembered_until_its_leg_comes() {
        HandOff found = begin(lead(new RequestedHolder(ACCOUNT_EXECUTIVE, "ben"), STEWARD));
        assertThat(holder()).isEqualTo(RITA);
        relay.on(found, new LeadQualified(null, null, null), LATER);
        assertThat(holder()).isEqualTo(BEN);
        assertThat(lastDecision().requested()).isEqualTo(new Request("ben", true, null));
    }

    @Test
    void a_wish_that_cannot_be_granted_is_on_record_with_its_reason() {
        department.join(ACCOUNT_EXECUTIVE, "ben", 0);
        HandOff found = begin(lead(new RequestedHolder(ACCOUNT_EXECUTIVE, "ben"), STEWARD));
        relay.on(found, new LeadQualified(null, null, null), LATER);
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(lastDecision().requested()).isEqualTo(new Request("ben", false, "carries 0 of 0"));
    }

    @Test
    void a_place_that_was_lost_in_a_race_costs_the_candidate_and_not_the_hand_over() {
        department.takenByOthers.put(ANNA, 1);
        HandOff found = begin(lead(null, RITA));
        relay.on(found, new LeadQualified(null, null, null), LATER);
        assertThat(holder()).isEqualTo(BEN);
        assertThat(department.events(AssignmentDecided.class)).hasSize(2);
        assertThat(department.events(OfferMade.class)).hasSize(1);
    }

    @Test
    void an_asked_person_holds_nothing_before_saying_yes() {
        ask(ACCOUNT_EXECUTIVE);
        HandOff qualified = relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), DAY);
        assertThat(holder()).isEqualTo(RITA);
        accept(qualified, ANNA, LATER);
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(department.events(ResponsibilityTransferred.class).getLast().acceptance())
                .isEqualTo(Acceptance.PERSON);
        loads(0, 0, 1, 0);
    }

    @Test
    void after_a_no_the_next_candidate_is_asked_and_the_place_is_free_again() {
        ask(ACCOUNT_EXECUTIVE);
        HandOff qualified = relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), DAY);
        HandOff declined = decline(qualified, ANNA);
        assertThat(department.load(ACCOUNT_EXECUTIVE, "anna")).isZero();
        assertThat(department.events(OfferMade.class).getLast().to()).isEqualTo(BEN);
        decline(declined, BEN);
        assertThat(department.names()).endsWith("AssignmentDecided", "AssignmentQueued");
        assertThat(holder()).isEqualTo(RITA);
    }

    @Test
    void nobody_is_asked_to_take_from_themselves() {
        ask(ACCOUNT_EXECUTIVE);
        department.join(ACCOUNT_EXECUTIVE, "rita", 5);
        HandOff found = begin(lead(new RequestedHolder(ACCOUNT_EXECUTIVE, "rita"), RITA));
        relay.on(found, new LeadQualified(null, null, null), LATER);
        assertThat(holder()).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "rita"));
        assertThat(department.events(OfferAccepted.class).getLast().acceptance())
                .isEqualTo(Acceptance.POLICY);
    }

    @Test
    void nobody_available_leaves_the_deal_with_its_holder_in_the_queue_until_it_is_woken() {
        nobodyIn(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");
        HandOff qualified = relay.on(begin(lead(null, STEWARD)), new LeadQualified(null, null, null), DAY);
        HandOff won = relay.won(qualified, LATER);
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(department.events(AssignmentQueued.class))
                .containsExactly(new AssignmentQueued(CUSTOMER_SUPPORT_REPRESENTATIVE, "East", "nobody is eligible"));

        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1);
        relay.woken(won, LATER.plusSeconds(60));
        assertThat(holder()).isEqualTo(SAM);
        assertThat(department.told.getLast().effective()).isEqualTo(LATER.plusSeconds(60));
    }

    @Test
    void woken_in_vain_a_deal_waits_again() {
        nobodyIn(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");
        HandOff won = relay.won(relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), DAY), LATER);
        HandOff again = relay.woken(won, LATER);
        assertThat(again.search().queued()).isTrue();
        assertThat(holder()).isEqualTo(ANNA);
    }

    @Test
    void a_queued_leg_is_passed_over_when_the_deal_has_reached_the_next_stage() {
        nobodyIn(SALES_REPRESENTATIVE, "rita");
        HandOff found = begin(lead(null, STEWARD));
        assertThat(department.names()).endsWith("AssignmentQueued");
        relay.on(found, new LeadQualified(null, null, null), LATER);
        assertThat(department.events(LegPassedOver.class))
                .extracting(LegPassedOver::role)
                .containsExactly(SALES_REPRESENTATIVE);
        assertThat(holder()).isEqualTo(ANNA);
    }

    @Test
    void a_policy_may_end_in_a_steward_who_takes_what_nobody_can() {
        department.join(SALES_MANAGER, "mia", 0);
        Rule rule = new Rule(Acceptance.POLICY, 1, WhenNobody.STEWARD, "mia");
        department.policy = new RoutingPolicy("default", 2, Map.of(ACCOUNT_EXECUTIVE, rule));
        nobodyIn(ACCOUNT_EXECUTIVE, "anna");
        nobodyIn(ACCOUNT_EXECUTIVE, "ben");
        relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), LATER);
        assertThat(holder()).isEqualTo(new Holder(SALES_MANAGER, "mia"));
    }
}
