package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Nobody can take what is to be handed on.
class QueueSituationsTest extends Situation {
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
}
