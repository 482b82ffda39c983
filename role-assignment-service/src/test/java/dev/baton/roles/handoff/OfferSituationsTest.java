package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityRefused;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Who is asked says no, or nothing.
class OfferSituationsTest extends Situation {
    // --- declined ---------------------------------------------------------------------------------------------------

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
    void a_decision_that_nobody_makes_goes_up_the_line_past_who_is_away_and_then_to_every_manager() {
        department.join(SALES_MANAGER, "mia", 5);
        department.join(SALES_MANAGER, "maria", 5);
        department.join(SALES_MANAGER, "cara", 5);
        is(new Holder(SALES_MANAGER, "maria"), Availability.ABSENT);
        Rule rule = new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, "mia", new Patience(480, 1, 3, 60, null));
        department.policy = new RoutingPolicy("default", 1, Map.of(ACCOUNT_EXECUTIVE, rule));
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        decline(ANNA, null);
        Instant ten = Instant.parse("2026-11-24T10:00:00Z");
        Instant eleven = Instant.parse("2026-11-24T11:00:00Z");

        undecided("mia", AN_HOUR_LATER.minusSeconds(1), "maria", "cara");
        assertThat(department.events(DecisionEscalated.class)).isEmpty();
        undecided("mia", AN_HOUR_LATER, "maria", "cara");
        undecided("mia", AN_HOUR_LATER, "maria", "cara");
        undecided("cara", ten, "mia");
        undecided("steward", eleven);
        undecided("steward", A_DAY_LATER);
        assertThat(department.events(DecisionEscalated.class))
                .containsExactly(
                        new DecisionEscalated(ACCOUNT_EXECUTIVE, "mia", "cara", ten),
                        new DecisionEscalated(ACCOUNT_EXECUTIVE, "cara", "steward", eleven),
                        new DecisionEscalated(ACCOUNT_EXECUTIVE, "steward", null, null));
        assertThat(holder()).isEqualTo(RITA);
        force(CLEO);
        assertThat(holder()).isEqualTo(CLEO);
        undecided("steward", A_DAY_LATER);
        assertThat(department.events(DecisionEscalated.class)).hasSize(3);
    }

    /// As the rounds do it.
    private void undecided(String manager, Instant now, String... above) {
        sagas.act(
                new EscalateDecision(
                        DEAL,
                        ACCOUNT_EXECUTIVE,
                        now,
                        manager,
                        Decider.after(List.of(above), department, department.policy, ACCOUNT_EXECUTIVE, now)),
                now);
        deliver();
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

    // --- not answered -----------------------------------------------------------------------------------------------

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

    private void threeDecline() {
        qualified();
        decline(ANNA, null);
        decline(BEN, null);
        decline(CLEO, null);
    }
}
