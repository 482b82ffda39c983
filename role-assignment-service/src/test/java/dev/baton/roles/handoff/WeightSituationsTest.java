package dev.baton.roles.handoff;

import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.contract.member.SlotEvent.SlotWeighed;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.roles.routing.Demand;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How much of a place a deal takes changes.
class WeightSituationsTest extends Situation {
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
}
