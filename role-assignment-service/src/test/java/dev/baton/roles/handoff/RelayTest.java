package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ReturnBusiness.Kind;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.Request;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
    private static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");
    private static final Instant LATER = DAY.plus(Duration.ofDays(9));
    private static final String DEAL = "deal-1";
    private static final Holder STEWARD = new Holder(SALES_MANAGER, "steward");
    private static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    private static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");
    private static final Holder BEN = new Holder(ACCOUNT_EXECUTIVE, "ben");
    private static final Holder SAM = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");

    private final Department department = new Department();
    private final Relay relay = new Relay(department, department, InstantSource.fixed(LATER));

    @BeforeEach
    void the_team_joins() {
        department.join(SALES_MANAGER, "steward", 100);
        department.join(SALES_REPRESENTATIVE, "rita", 5);
        department.join(ACCOUNT_EXECUTIVE, "anna", 5);
        department.join(ACCOUNT_EXECUTIVE, "ben", 5);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 5);
        department.told.clear();
    }

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
        HandOff accepted = relay.on(qualified, new OfferAccepted(offer, ANNA, Acceptance.PERSON), LATER);
        relay.reassigned(
                accepted, department.events(ResponsibilityTransferred.class).getLast(), LATER);
        assertThat(holder()).isEqualTo(BEN);
        loads(0, 0, 0, 0);
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

    @Test
    void a_hand_over_takes_effect_when_its_cause_happened_but_never_before_the_holding_it_ends() {
        HandOff found = begin(lead(null, RITA));
        relay.on(found, new LeadQualified(null, null, null), DAY.minus(Duration.ofDays(3)));
        assertThat(department.told.getLast().effective()).isEqualTo(DAY);
    }

    private HandOff begin(LeadFound lead) {
        return relay.begin(DEAL, lead, DAY);
    }

    private void ask(Role role) {
        department.policy =
                new RoutingPolicy("default", 1, Map.of(role, new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null)));
    }

    private void nobodyIn(Role role, String member) {
        department.join(role, member, 0);
    }

    private void accept(HandOff handOff, Holder by, Instant at) {
        String offer = department.events(OfferMade.class).getLast().offer();
        department.send(new AcceptOffer(DEAL, offer, Acceptance.PERSON, by.member()), at);
        relay.on(handOff, new OfferAccepted(offer, by, Acceptance.PERSON), at);
    }

    private HandOff decline(HandOff handOff, Holder by) {
        String offer = department.events(OfferMade.class).getLast().offer();
        department.send(new DeclineOffer(DEAL, offer, by.member(), null, null), LATER);
        return relay.on(handOff, new OfferDeclined(offer, by, null), LATER);
    }

    private Holder holder() {
        return ((Held) department.of(DEAL)).holder();
    }

    private AssignmentDecided lastDecision() {
        return department.events(AssignmentDecided.class).getLast();
    }

    private void loads(int steward, int rita, int anna, int sam) {
        assertThat(department.load(SALES_MANAGER, "steward")).isEqualTo(steward);
        assertThat(department.load(SALES_REPRESENTATIVE, "rita")).isEqualTo(rita);
        assertThat(department.load(ACCOUNT_EXECUTIVE, "anna")).isEqualTo(anna);
        assertThat(department.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam")).isEqualTo(sam);
    }

    private static LeadFound lead(@Nullable RequestedHolder wish, Holder finder) {
        return new LeadFound("milestones", "a lead", null, null, "East", null, null, null, wish, 1, finder);
    }
}
