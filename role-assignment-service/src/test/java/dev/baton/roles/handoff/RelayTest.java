package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ReturnBusiness.Kind;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import java.time.Duration;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class RelayTest extends RelayOfOneDeal {
    @Test
    void a_leg_is_made_before_the_one_before_is_broken() {
        begin(lead(null, STEWARD));
        assertThat(department.names())
                .containsExactly(
                        "ResponsibilityOpened",
                        "SlotReserved",
                        "SlotConfirmed",
                        "AssignmentDecided",
                        "SlotReserved",
                        "OfferMade",
                        "OfferAccepted",
                        "ResponsibilityTransferred",
                        "SlotConfirmed",
                        "SlotReleased");
    }

    @Test
    void all_three_legs_are_walked_to_support() {
        HandOff found = begin(lead(null, STEWARD));
        HandOff qualified = relay.on(found, new LeadQualified(null, null, null), LATER);
        relay.won(qualified, LATER);
        assertThat(department.events(ResponsibilityTransferred.class))
                .extracting(ResponsibilityTransferred::to, ResponsibilityTransferred::cause)
                .containsExactly(
                        tuple(RITA, TransferCause.LEAD_FOUND),
                        tuple(ANNA, TransferCause.LEAD_QUALIFIED),
                        tuple(SAM, TransferCause.CLOSED_WON));
        assertThat(holder()).isEqualTo(SAM);
        loads(0, 0, 0, 1);
    }

    @Test
    void the_first_leg_is_skipped_when_a_representative_found_the_lead() {
        begin(lead(null, RITA));
        assertThat(department.names()).containsExactly("ResponsibilityOpened", "SlotReserved", "SlotConfirmed");
        assertThat(holder()).isEqualTo(RITA);
    }

    @Test
    void the_finder_takes_the_first_place_even_above_capacity() {
        department.join(SALES_REPRESENTATIVE, "rita", 0);
        begin(lead(null, RITA));
        assertThat(department.load(SALES_REPRESENTATIVE, "rita")).isOne();
    }

    @Test
    void a_holder_who_is_unknown_here_holds_without_a_place() {
        HandOff found = begin(lead(null, new Holder(SALES_REPRESENTATIVE, "stranger")));
        relay.on(found, new LeadQualified(null, null, null), LATER);
        assertThat(holder()).isEqualTo(ANNA);
    }

    @Test
    void a_deal_that_is_won_without_having_been_qualified_walks_both_legs() {
        relay.won(begin(lead(null, RITA)), LATER);
        assertThat(department.events(ResponsibilityTransferred.class))
                .extracting(ResponsibilityTransferred::cause)
                .containsExactly(TransferCause.CLOSED_WON, TransferCause.CLOSED_WON);
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void negotiated_terms_begin_the_executives_leg_when_nobody_told_that_the_lead_was_qualified() {
        relay.on(begin(lead(null, RITA)), new Negotiated(Money.parse("USD 10"), null), LATER);
        assertThat(department.events(ResponsibilityTransferred.class).getLast().cause())
                .isEqualTo(TransferCause.NEGOTIATED);
    }

    @Test
    void late_news_of_a_stage_that_is_behind_has_no_effect() {
        HandOff won = relay.won(begin(lead(null, RITA)), LATER);
        int before = department.told.size();
        relay.on(won, new LeadQualified(null, new RequestedHolder(ACCOUNT_EXECUTIVE, "ben"), null), DAY);
        assertThat(department.told).hasSize(before);
    }

    @Test
    void the_same_news_again_has_no_effect() {
        HandOff found = begin(lead(null, RITA));
        HandOff qualified = relay.on(found, new LeadQualified(null, null, null), DAY);
        int before = department.told.size();
        relay.on(qualified, new LeadQualified(null, null, null), DAY);
        assertThat(department.told).hasSize(before);
    }

    @Test
    void a_lost_deal_has_no_holder_no_offer_and_no_places() {
        ask(ACCOUNT_EXECUTIVE);
        HandOff qualified = relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), DAY);
        relay.end(qualified, EndCause.CLOSED_LOST, LATER);
        assertThat(department.events(OfferCancelled.class)).hasSize(1);
        assertThat(department.of(DEAL)).isEqualTo(new Ended(RITA, 0));
        loads(0, 0, 0, 0);
    }

    @Test
    void the_end_of_the_service_ends_the_holding_of_support_and_frees_its_place() {
        HandOff qualified = relay.on(begin(lead(null, RITA)), new LeadQualified(null, null, null), DAY);
        HandOff supported = relay.won(qualified, DAY);
        loads(0, 0, 0, 1);
        relay.end(supported, EndCause.SERVICE_ENDED, LATER);
        assertThat(department.of(DEAL)).isEqualTo(new Ended(SAM, 2));
        loads(0, 0, 0, 0);
    }

    @Test
    void a_renewal_goes_from_the_steward_straight_to_the_executive_of_the_account() {
        RequestedHolder ben = new RequestedHolder(ACCOUNT_EXECUTIVE, "ben");
        HandOff found = begin(lead(ben, STEWARD).from(new ReturnBusiness("deal-0", Kind.RENEWAL, "sam")));
        assertThat(holder()).isEqualTo(STEWARD);
        relay.on(found, new LeadQualified(null, ben, null), DAY);
        assertThat(department.events(ResponsibilityTransferred.class))
                .extracting(ResponsibilityTransferred::to, ResponsibilityTransferred::cause)
                .containsExactly(tuple(BEN, TransferCause.LEAD_QUALIFIED));
    }

    @Test
    void a_win_back_is_qualified_by_a_representative_first() {
        begin(lead(null, STEWARD).from(new ReturnBusiness("deal-0", Kind.WIN_BACK, "sam")));
        assertThat(holder()).isEqualTo(RITA);
    }

    @Test
    void a_hand_over_takes_effect_when_its_cause_happened_but_never_before_the_holding_it_ends() {
        HandOff found = begin(lead(null, RITA));
        relay.on(found, new LeadQualified(null, null, null), DAY.minus(Duration.ofDays(3)));
        assertThat(department.told.getLast().effective()).isEqualTo(DAY);
    }
}
