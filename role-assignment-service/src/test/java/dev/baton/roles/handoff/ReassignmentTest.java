package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import org.junit.jupiter.api.Test;

class ReassignmentTest extends RelayOfOneDeal {
    @Test
    void a_manager_wins_over_a_standing_offer_and_the_places_follow() {
        ask(ACCOUNT_EXECUTIVE);
        HandOff qualified = relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), DAY);
        department.send(new ForceTransfer(DEAL, BEN, null, "mia"), LATER);
        ResponsibilityTransferred forced =
                department.events(ResponsibilityTransferred.class).getLast();
        HandOff reassigned = relay.reassigned(qualified, forced, LATER);
        assertThat(holder()).isEqualTo(BEN);
        loads(0, 0, 0, 0);
        assertThat(department.load(ACCOUNT_EXECUTIVE, "ben")).isOne();
        assertThat(reassigned.walked()).isEqualTo(2);
    }

    @Test
    void a_manager_who_was_faster_than_the_news_of_it_wins() {
        HandOff found = begin(lead(null, RITA));
        department.send(new ForceTransfer(DEAL, BEN, null, "mia"), LATER);
        HandOff qualified = relay.on(found, new LeadQualified(null, null, null), LATER);
        assertThat(department.events(AssignmentDecided.class)).isEmpty();
        HandOff reassigned = relay.reassigned(
                qualified, department.events(ResponsibilityTransferred.class).getLast(), LATER);
        relay.won(reassigned, LATER);
        assertThat(department.events(ResponsibilityTransferred.class))
                .extracting(ResponsibilityTransferred::to)
                .containsExactly(BEN, SAM);
        loads(0, 0, 0, 1);
    }

    @Test
    void a_manager_who_was_faster_than_the_news_of_an_acceptance_wins() {
        ask(ACCOUNT_EXECUTIVE);
        HandOff qualified = relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), DAY);
        String offer = department.events(OfferMade.class).getLast().offer();
        department.send(new AcceptOffer(DEAL, offer, Acceptance.PERSON, "anna"), LATER);
        department.send(new ForceTransfer(DEAL, BEN, null, "mia"), LATER);
        HandOff accepted = relay.answers().on(qualified, new OfferAccepted(offer, ANNA, Acceptance.PERSON), LATER);
        relay.reassigned(
                accepted, department.events(ResponsibilityTransferred.class).getLast(), LATER);
        assertThat(holder()).isEqualTo(BEN);
        loads(0, 0, 0, 0);
    }

    @Test
    void who_gets_a_won_deal_from_a_colleague_hands_it_to_support_all_the_same() {
        HandOff found = begin(lead(null, RITA));
        HandOff qualified = relay.on(found, new LeadQualified(null, null, null), DAY);
        ask(CUSTOMER_SUPPORT_REPRESENTATIVE);
        HandOff won = relay.won(qualified, DAY);
        assertThat(holder()).isEqualTo(ANNA);
        department.send(new ForceTransfer(DEAL, BEN, null, "mia"), LATER);
        HandOff reassigned = relay.reassigned(
                won, department.events(ResponsibilityTransferred.class).getLast(), LATER);
        assertThat(department.events(OfferMade.class)).extracting(OfferMade::to).endsWith(SAM, SAM);
        OfferMade asked = department.events(OfferMade.class).getLast();
        department.send(new AcceptOffer(DEAL, asked.offer(), Acceptance.PERSON, "sam"), LATER);
        relay.answers().on(reassigned, new OfferAccepted(asked.offer(), SAM, Acceptance.PERSON), LATER);
        assertThat(holder()).isEqualTo(SAM);
        loads(0, 0, 0, 1);
        assertThat(department.load(ACCOUNT_EXECUTIVE, "ben")).isZero();
    }

    @Test
    void who_gets_a_won_deal_from_a_manager_who_took_it_hands_it_to_support_all_the_same() {
        HandOff qualified = relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), DAY);
        ask(CUSTOMER_SUPPORT_REPRESENTATIVE);
        HandOff won = relay.won(qualified, DAY);
        HandOff taken = reassigned(won, STEWARD);
        assertThat(holder()).isEqualTo(STEWARD);
        assertThat(department.events(OfferMade.class)).extracting(OfferMade::to).containsOnlyOnce(SAM);
        reassigned(taken, BEN);
        assertThat(holder()).isEqualTo(BEN);
        assertThat(department.events(OfferMade.class)).extracting(OfferMade::to).endsWith(SAM, SAM);
        loads(0, 0, 0, 1);
    }

    @Test
    void who_gets_a_won_deal_from_a_manager_and_is_in_support_keeps_it() {
        HandOff qualified = relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), DAY);
        ask(CUSTOMER_SUPPORT_REPRESENTATIVE);
        HandOff taken = reassigned(relay.won(qualified, DAY), STEWARD);
        assertThat(reassigned(taken, SAM).walked()).isEqualTo(3);
        assertThat(holder()).isEqualTo(SAM);
        loads(0, 0, 0, 1);
    }

    private HandOff reassigned(HandOff before, Holder to) {
        department.send(new ForceTransfer(DEAL, to, null, "mia"), LATER);
        return relay.reassigned(
                before, department.events(ResponsibilityTransferred.class).getLast(), LATER);
    }

    @Test
    void a_forced_holder_may_be_full() {
        department.join(ACCOUNT_EXECUTIVE, "ben", 0);
        HandOff found = begin(lead(null, RITA));
        department.send(new ForceTransfer(DEAL, BEN, null, "mia"), LATER);
        relay.reassigned(
                found, department.events(ResponsibilityTransferred.class).getLast(), LATER);
        assertThat(department.load(ACCOUNT_EXECUTIVE, "ben")).isOne();
    }
}
