package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The situations of a hand-over, each with every event delivered twice and the saga written down and read back after
/// each; whatever happens, the rules hold.
class SituationsTest {
    private static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");
    private static final Instant MONDAY = Instant.parse("2026-11-23T16:00:00Z");
    private static final String DEAL = "deal-1";
    private static final Holder STEWARD = new Holder(SALES_MANAGER, "steward");
    private static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    private static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");
    private static final Holder BEN = new Holder(ACCOUNT_EXECUTIVE, "ben");
    private static final Holder CLEO = new Holder(ACCOUNT_EXECUTIVE, "cleo");
    private static final Holder SAM = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");

    private final Department department = new Department();
    private final Sagas sagas = new Sagas(department, new Relay(department, department, InstantSource.fixed(MONDAY)));
    private boolean byPolicy;

    @BeforeEach
    void the_team_joins() {
        department.join(SALES_MANAGER, "steward", 100);
        department.join(SALES_REPRESENTATIVE, "rita", 5);
        for (Holder executive : Set.of(ANNA, BEN, CLEO)) {
            department.join(ACCOUNT_EXECUTIVE, executive.member(), 5);
        }
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 5);
    }

    @AfterEach
    void the_rules_hold() {
        Invariants.hold("", department.told);
    }

    // --- declined --------------------------------------------------------------------------------------------------

    @Test
    void a_declined_offer_goes_to_the_next_candidate() {
        qualified();
        decline(ANNA, null);
        assertThat(offered().to()).isEqualTo(BEN);
        assertThat(holder()).isEqualTo(RITA);
        assertThat(load(ANNA)).isZero();
    }

    @Test
    void after_three_declines_the_manager_decides() {
        threeDecline();
        assertThat(department.events(AssignmentEscalated.class))
                .containsExactly(new AssignmentEscalated(ACCOUNT_EXECUTIVE, "steward", "3 have declined"));
        assertThat(holder()).isEqualTo(RITA);
        force(CLEO);
        assertThat(holder()).isEqualTo(CLEO);
        assertThat(load(CLEO)).isOne();
        assertThat(load(RITA)).isZero();
    }

    @Test
    void how_many_may_decline_is_policy() {
        asking(new Patience(480, 1, 3));
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        decline(ANNA, null);
        assertThat(department.events(AssignmentEscalated.class)).hasSize(1);
    }

    @Test
    void a_decision_that_a_manager_owes_is_passed_over_when_the_deal_is_won_meanwhile() {
        threeDecline();
        tell(won());
        assertThat(holder()).isEqualTo(SAM);
        assertThat(load(RITA)).isZero();
    }

    @Test
    void a_lead_that_is_none_stays_with_its_representative_until_it_is_qualified_anew() {
        qualified();
        decline(ANNA, Ground.NOT_QUALIFIED);
        assertThat(holder()).isEqualTo(RITA);
        assertThat(department.events(OfferMade.class)).hasSize(1);
        assertThat(load(ANNA)).isZero();
        assertThat(department.events(LegPassedOver.class))
                .containsExactly(new LegPassedOver(ACCOUNT_EXECUTIVE, "the lead is none"));

        tell(new LeadQualified(null, null, null));
        accept(ANNA);
        assertThat(holder()).isEqualTo(ANNA);
    }

    // --- not answered ----------------------------------------------------------------------------------------------

    @Test
    void an_offer_is_due_in_business_time_from_now_and_not_from_when_its_cause_happened() {
        qualified();
        assertThat(offered().due()).isEqualTo(Instant.parse("2026-11-24T16:00:00Z"));
    }

    @Test
    void an_offer_that_expires_goes_to_the_next_candidate() {
        qualified();
        expire(ExpiryCause.NOT_ACCEPTED_IN_TIME);
        assertThat(offered().to()).isEqualTo(BEN);
        assertThat(load(ANNA)).isZero();
        assertThat(holder()).isEqualTo(RITA);
    }

    @Test
    void an_offer_expires_once_and_not_after_it_was_accepted() {
        qualified();
        String offer = offered().offer();
        sagas.act(new AcceptOffer(DEAL, offer, Acceptance.PERSON, "anna"), DAY);
        sagas.act(new ExpireOffer(DEAL, offer, ExpiryCause.NOT_ACCEPTED_IN_TIME), DAY);
        deliver();
        assertThat(holder()).isEqualTo(ANNA);
    }

    @Test
    void a_late_acceptance_of_an_expired_offer_is_refused() {
        qualified();
        String offer = offered().offer();
        expire(ExpiryCause.NOT_ACCEPTED_IN_TIME);
        assertThatThrownBy(() -> sagas.act(new AcceptOffer(DEAL, offer, Acceptance.PERSON, "anna"), DAY))
                .isInstanceOfSatisfying(
                        ResponsibilityRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(ResponsibilityRefused.Why.OFFER_VOID));
    }

    @Test
    void when_nobody_answers_the_manager_decides() {
        qualified();
        for (int i = 0; i < 3; i++) {
            expire(ExpiryCause.NOT_ACCEPTED_IN_TIME);
        }
        assertThat(department.events(AssignmentEscalated.class))
                .containsExactly(new AssignmentEscalated(ACCOUNT_EXECUTIVE, "steward", "nobody answered"));
        assertThat(holder()).isEqualTo(RITA);
    }

    // --- nobody available ------------------------------------------------------------------------------------------

    @Test
    void nobody_available_leaves_it_with_its_holder_until_it_is_woken() {
        nobodyIs(SAM);
        byPolicy();
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        tell(won());
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(department.events(AssignmentQueued.class)).hasSize(1);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1);
        sagas.act(new Wake(DEAL, CUSTOMER_SUPPORT_REPRESENTATIVE, "a place became free"), DAY);
        deliver();
        assertThat(holder()).isEqualTo(SAM);
    }

    // --- somebody leaves -------------------------------------------------------------------------------------------

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

    // --- lost, reassigned ------------------------------------------------------------------------------------------

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

    // --- the same things again and again ---------------------------------------------------------------------------

    private void byPolicy() {
        byPolicy = true;
        department.policy = new RoutingPolicy("default", 1, Map.of());
    }

    private void asking(Patience patience) {
        department.policy = new RoutingPolicy(
                "default",
                1,
                Map.of(ACCOUNT_EXECUTIVE, new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null, patience)));
    }

    private void qualified() {
        asking(Patience.USUAL);
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        assertThat(offered().to()).isEqualTo(ANNA);
    }

    private void threeDecline() {
        qualified();
        decline(ANNA, null);
        decline(BEN, null);
        decline(CLEO, null);
    }

    private void heldBy(Holder executive) {
        if (byPolicy) {
            tell(lead(RITA));
            tell(new LeadQualified(null, null, null));
        } else {
            qualified();
            accept(executive);
        }
        assertThat(holder()).isEqualTo(executive);
    }

    private void leaves(Holder person) {
        department.send(new Depart(person.role(), person.member(), null), DAY);
        sagas.act(new BeginRehoming(DEAL, person, RehomingCause.DEPARTED), DAY);
        sagas.act(new BeginRehoming(DEAL, person, RehomingCause.DEPARTED), DAY);
        deliver();
    }

    private void nobodyIs(Holder person) {
        department.join(person.role(), person.member(), 0);
    }

    private void is(Holder person, Availability availability) {
        department.send(new ChangeAvailability(person.role(), person.member(), availability, null, null), DAY);
    }

    private void tell(Object event) {
        sagas.tell(DEAL, event, DAY);
        deliver();
    }

    private void deliver() {
        for (int i = 0; i < 10; i++) {
            sagas.deliverTwice(DEAL);
        }
    }

    private void accept(Holder by) {
        sagas.act(
                new AcceptOffer(DEAL, offered().offer(), Acceptance.PERSON, by.member()), DAY.plus(Duration.ofDays(1)));
        deliver();
    }

    private void decline(Holder by, @Nullable Ground ground) {
        sagas.act(new DeclineOffer(DEAL, offered().offer(), by.member(), "busy", ground), DAY);
        deliver();
    }

    private void expire(ExpiryCause cause) {
        sagas.act(new ExpireOffer(DEAL, offered().offer(), cause), DAY);
        deliver();
    }

    private void force(Holder to) {
        sagas.act(new ForceTransfer(DEAL, to, null, "steward"), DAY);
        deliver();
    }

    private OfferMade offered() {
        return department.events(OfferMade.class).getLast();
    }

    private ResponsibilityTransferred lastMove() {
        return department.events(ResponsibilityTransferred.class).getLast();
    }

    private Holder holder() {
        return ((Held) department.of(DEAL)).holder();
    }

    private int load(Holder person) {
        return department.load(person.role(), person.member());
    }

    private static LeadFound lead(Holder finder) {
        return new LeadFound("milestones", "a lead", null, null, null, null, null, null, null, 1, finder);
    }

    private static Closed won() {
        return new Closed(Outcome.WON, null, null, null);
    }
}
