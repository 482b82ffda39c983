package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.EndCause;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.member.SlotKeepingCommand.ReleaseSlot;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Quiet;
import dev.baton.roles.routing.Demand;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
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
    /// One working day.
    private static final Instant A_DAY_LATER = Instant.parse("2026-11-24T16:00:00Z");

    private static final Instant AN_HOUR_LATER = Instant.parse("2026-11-23T17:00:00Z");

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
    void the_rules_hold_and_the_log_says_what_the_saga_remembers() {
        Invariants.hold("", department.told);
        assertThat(department.log.proof().findings()).isEmpty();
        HandOff remembered = sagas.read(DEAL);
        if (remembered != null) {
            assertThat(department.log.rebuilt().of(DEAL, sagas.heard(DEAL)).plain())
                    .isEqualTo(remembered.plain());
        }
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
                .containsExactly(new AssignmentEscalated(ACCOUNT_EXECUTIVE, "steward", "3 have declined", A_DAY_LATER));
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
    void what_a_manager_decides_and_a_holder_completes_is_due_when_policy_says() {
        Rule hurried = new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null, new Patience(480, 1, 3, 60, 120));
        department.policy = new RoutingPolicy(
                "default", 1, Map.of(ACCOUNT_EXECUTIVE, hurried, CUSTOMER_SUPPORT_REPRESENTATIVE, hurried));
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        decline(ANNA, null);
        assertThat(department.events(AssignmentEscalated.class))
                .extracting(AssignmentEscalated::due)
                .containsExactly(MONDAY.plus(Duration.ofHours(1)));
        force(ANNA);
        tell(won());
        decline(SAM, Ground.PACKAGE_INCOMPLETE);
        assertThat(department.events(PackageRefused.class))
                .extracting(PackageRefused::due)
                .containsExactly(Instant.parse("2026-11-24T10:00:00Z"));
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
                .containsExactly(new AssignmentEscalated(ACCOUNT_EXECUTIVE, "steward", "nobody answered", A_DAY_LATER));
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

    @Test
    void a_deal_that_waits_for_too_long_is_shown_to_a_manager_once_and_still_taken_by_whoever_can() {
        waitsForAnExecutive(60);
        AssignmentQueued queued = new AssignmentQueued(ACCOUNT_EXECUTIVE, null, "nobody is eligible", AN_HOUR_LATER);
        assertThat(department.events(AssignmentQueued.class)).containsExactly(queued);
        waitedUntil(AN_HOUR_LATER.minusSeconds(1));
        assertThat(department.events(AssignmentEscalated.class)).isEmpty();

        waitedUntil(AN_HOUR_LATER);
        waitedUntil(AN_HOUR_LATER);
        wake("somebody's profile changed");
        waitedUntil(A_DAY_LATER);
        assertThat(department.events(AssignmentQueued.class))
                .hasSizeGreaterThan(1)
                .containsOnly(queued);
        assertThat(department.events(AssignmentEscalated.class))
                .containsExactly(new AssignmentEscalated(
                        ACCOUNT_EXECUTIVE,
                        "steward",
                        "has waited for too long",
                        Instant.parse("2026-11-24T17:00:00Z"),
                        true));
        assertThat(holder()).isEqualTo(RITA);

        department.join(ACCOUNT_EXECUTIVE, "cleo", 1);
        wake("a place became free");
        assertThat(holder()).isEqualTo(CLEO);
        assertThat(load(RITA)).isZero();
    }

    @Test
    void a_manager_who_knows_that_a_deal_waits_may_reassign_it() {
        waitsForAnExecutive(60);
        waitedUntil(AN_HOUR_LATER);
        force(BEN);
        assertThat(holder()).isEqualTo(BEN);
        tell(won());
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void a_deal_that_waited_for_too_long_is_passed_over_when_it_is_won_meanwhile() {
        waitsForAnExecutive(60);
        waitedUntil(AN_HOUR_LATER);
        tell(won());
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void a_deal_waits_for_as_long_as_it_takes_unless_the_policy_says_how_long_it_may() {
        waitsForAnExecutive(null);
        waitedUntil(A_DAY_LATER);
        assertThat(department.events(AssignmentQueued.class))
                .containsExactly(new AssignmentQueued(ACCOUNT_EXECUTIVE, null, "nobody is eligible"));
        assertThat(department.events(AssignmentEscalated.class)).isEmpty();
    }

    @Test
    void nothing_waits_while_the_deal_rests_and_the_time_to_wait_begins_anew() {
        waitsForAnExecutive(60);
        tell(new DealPutOnHold(Stage.QUALIFIED, LocalDate.of(2026, 12, 24), "budget freeze"));
        waitedUntil(A_DAY_LATER);
        assertThat(department.events(AssignmentEscalated.class)).isEmpty();
        tell(new DealResumed(Stage.QUALIFIED, ResumeCause.REVIEW_DUE, null));
        assertThat(department.events(AssignmentQueued.class)).hasSize(2);
        waitedUntil(AN_HOUR_LATER);
        assertThat(department.events(AssignmentEscalated.class)).hasSize(1);
    }

    @Test
    void a_deal_that_waits_is_decided_again_when_what_routing_goes_by_is_corrected() {
        byPolicy();
        List.of(ANNA, BEN, CLEO).forEach(this::nobodyIs);
        department.join(ACCOUNT_EXECUTIVE, "wilma", 5, "West");
        tell(leadIn("East"));
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(RITA);

        tell(corrected("Presses, not pressers", null));
        assertThat(holder()).isEqualTo(RITA);
        tell(corrected(null, "West"));
        assertThat(holder()).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "wilma"));
        assertThat(department.events(AssignmentCorrected.class))
                .containsOnly(new AssignmentCorrected("West", null, null));
    }

    @Test
    void a_deal_that_is_corrected_goes_to_whoever_works_there_and_whoever_is_asked_stays_asked() {
        asking(Patience.USUAL);
        department.join(ACCOUNT_EXECUTIVE, "wilma", 5, "West");
        department.join(ACCOUNT_EXECUTIVE, "adele", 5, "East");
        List.of(ANNA, BEN, CLEO).forEach(this::nobodyIs);
        tell(leadIn("East"));
        tell(new LeadQualified(null, null, null));
        Holder adele = new Holder(ACCOUNT_EXECUTIVE, "adele");
        assertThat(offered().to()).isEqualTo(adele);
        tell(corrected(null, "West"));
        assertThat(offered().to()).isEqualTo(adele);
        decline(adele, null);
        assertThat(offered().to()).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "wilma"));
    }

    @Test
    void a_lost_deal_is_corrected_as_well_and_goes_by_it_when_it_is_reopened() {
        byPolicy();
        List.of(ANNA, BEN, CLEO).forEach(this::nobodyIs);
        department.join(ACCOUNT_EXECUTIVE, "wilma", 5, "West");
        tell(leadIn("East"));
        tell(new LeadQualified(null, null, null));
        tell(new Closed(Outcome.LOST, null, "price", null));
        tell(corrected(null, "West"));
        tell(reopened(Stage.QUALIFIED, RITA));
        assertThat(holder()).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "wilma"));
    }

    private static DealCorrected corrected(@Nullable String title, @Nullable String territory) {
        return new DealCorrected("mistyped", title, null, null, territory, null, null, null);
    }

    private static LeadFound leadIn(String territory) {
        return new LeadFound("milestones", "a lead", null, null, territory, null, null, null, null, 1, RITA);
    }

    private void waitsForAnExecutive(@Nullable Integer minutes) {
        Rule rule =
                new Rule(Acceptance.POLICY, 1, WhenNobody.QUEUE, null, new Patience(480, 3, 3, null, null, minutes));
        department.policy = new RoutingPolicy("default", 1, Map.of(ACCOUNT_EXECUTIVE, rule));
        List.of(ANNA, BEN, CLEO).forEach(this::nobodyIs);
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(RITA);
    }

    /// As the rounds do it.
    private void waitedUntil(Instant now) {
        Decider decider = Decider.of(department, department.policy, ACCOUNT_EXECUTIVE, now);
        sagas.act(new EscalateWait(DEAL, ACCOUNT_EXECUTIVE, now, decider.manager(), decider.due()), now);
        deliver();
    }

    private void wake(String cause) {
        sagas.act(new Wake(DEAL, ACCOUNT_EXECUTIVE, cause), DAY);
        deliver();
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

    // --- the package -----------------------------------------------------------------------------------------------

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

    // --- merged, reopened, reversed, returned, on hold -------------------------------------------------------------

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

    private void lateAcceptanceIsRefused(String offer, Holder by) {
        assertThatThrownBy(() -> sagas.act(new AcceptOffer(DEAL, offer, Acceptance.PERSON, by.member()), DAY))
                .isInstanceOf(ResponsibilityRefused.class);
    }

    // --- what a deal asks ------------------------------------------------------------------------------------------

    @Test
    void a_lead_that_rests_weighs_nothing_until_it_is_taken_up() {
        tell(lead(RITA));
        assertThat(load(RITA)).isOne();
        tell(new LeadRecycled(LocalDate.EPOCH, "next year"));
        assertThat(load(RITA)).isZero();
        tell(new NurtureDue(LocalDate.EPOCH));
        assertThat(load(RITA)).isOne();
        assertThat(department.events(SlotWeighed.class))
                .containsExactly(new SlotWeighed(DEAL, 0, "NURTURING"), new SlotWeighed(DEAL, 1, "USUAL"));
    }

    @Test
    void a_lead_that_another_system_moves_on_asks_as_much_as_any() {
        tell(lead(RITA));
        tell(new LeadRecycled(LocalDate.EPOCH, "next year"));
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(load(RITA)).isZero();
        assertThat(load(ANNA)).isOne();
    }

    @Test
    void a_customer_after_onboarding_weighs_nothing_unless_a_case_is_open() {
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        tell(won());
        assertThat(load(SAM)).isOne();
        tell(new OnboardingCompleted(null));
        assertThat(load(SAM)).isZero();
        tell(new CaseOpened("C-1", "it stops", Priority.HIGH));
        tell(new CaseOpened("C-2", "it is loud", Priority.LOW));
        assertThat(load(SAM)).isOne();
        tell(new CaseResolved("C-1", "valve replaced"));
        assertThat(load(SAM)).isOne();
        tell(new CaseResolved("C-2", "oiled"));
        assertThat(load(SAM)).isZero();
        force(STEWARD);
        assertThat(load(SAM)).isZero();
        assertThat(load(STEWARD)).isZero();
        tell(new CaseOpened("C-3", "it stops again", Priority.HIGH));
        assertThat(load(STEWARD)).isOne();
    }

    @Test
    void what_a_deal_weighs_that_asks_less_is_policy() {
        Map<Demand, Integer> weights = Map.of(Demand.ONBOARDED, 1);
        Rule rule = new Rule(Acceptance.POLICY, 3, WhenNobody.QUEUE, null, null, null, null, weights);
        department.policy = new RoutingPolicy("default", 1, Map.of(CUSTOMER_SUPPORT_REPRESENTATIVE, rule));
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        tell(won());
        assertThat(load(SAM)).isEqualTo(3);
        tell(new OnboardingCompleted(null));
        assertThat(load(SAM)).isOne();
    }

    @Test
    void no_deal_weighs_more_than_usual() {
        Rule rule =
                new Rule(Acceptance.POLICY, 2, WhenNobody.QUEUE, null, null, null, null, Map.of(Demand.NURTURING, 7));
        assertThat(rule.weight(Demand.NURTURING)).isEqualTo(2);
    }

    @Test
    void a_win_that_was_none_asks_as_much_as_any_deal() {
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        tell(won());
        tell(new OnboardingCompleted(null));
        tell(reversed(Reversal.BOOKED_IN_ERROR));
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(load(ANNA)).isOne();
        assertThat(load(SAM)).isZero();
    }

    private static DealReopened reopened(Stage stage, Holder earlier) {
        return new DealReopened(2, stage, "the client is back", new Holder(SALES_MANAGER, "mia"), earlier);
    }

    private static CloseReversed reversed(Reversal kind) {
        return new CloseReversed(kind, "a mistake", "mia", "max", ANNA);
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
