package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.deal.lifecycle.Talks.AXEL;
import static dev.baton.deal.lifecycle.Talks.CASPER;
import static dev.baton.deal.lifecycle.Talks.ID;
import static dev.baton.deal.lifecycle.Talks.NOOR;
import static dev.baton.deal.lifecycle.Talks.STEWARD;
import static dev.baton.deal.lifecycle.Talks.act;
import static dev.baton.deal.lifecycle.Talks.alsoDraftedBy;
import static dev.baton.deal.lifecycle.Talks.context;
import static dev.baton.deal.lifecycle.Talks.item;
import static dev.baton.deal.lifecycle.Talks.negotiating;
import static dev.baton.deal.lifecycle.Talks.offer;
import static dev.baton.deal.lifecycle.Talks.when;
import static dev.baton.deal.lifecycle.TermsActs.ASK_FOR_PLAN;
import static dev.baton.deal.lifecycle.TermsActs.CONSTRAINT;
import static dev.baton.deal.lifecycle.TermsActs.DRAFT;
import static dev.baton.deal.lifecycle.TermsActs.NEED;
import static dev.baton.deal.lifecycle.TermsActs.PROPOSE;
import static dev.baton.deal.lifecycle.TermsActs.SIGN;
import static dev.baton.deal.lifecycle.TermsActs.decided;
import static dev.baton.deal.lifecycle.TermsActs.due;
import static dev.baton.deal.lifecycle.TermsActs.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.PlanEvent.SalesPlanAgreed;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.deal.lifecycle.TermsCommand.DraftPlan;
import dev.baton.deal.terms.TermsRules;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanDecisionsTest {
    @Test
    void a_plan_is_due_in_working_time() {
        assertThat(decided(negotiating(), ASK_FOR_PLAN))
                .containsExactly(
                        new SalesPlanRequested(1, "axel", "noor", null, Instant.parse("2026-03-06T09:30:00Z")));
    }

    @Test
    void a_specialist_plans_when_asked_and_nobody_else_does() {
        refused(when(NEED, CONSTRAINT), DRAFT, "plan-not-requested");
        var asked = when(NEED, CONSTRAINT, ASK_FOR_PLAN);
        refused(asked, act(CASPER, DRAFT.command()), "asked-somebody-else");
        refused(asked, act(AXEL, DRAFT.command()), "role-required");
        refused(asked, act(STEWARD, DRAFT.command()), "role-required");
        assertThat(decided(asked, DRAFT)).hasSize(1);
    }

    @Test
    void the_executive_plans_where_the_pipeline_allows_it() {
        TermsRules rules = alsoDraftedBy(ACCOUNT_EXECUTIVE);
        var state = when(negotiating(), rules, NEED, CONSTRAINT);
        assertThat(DealDecisions.decide(state, DRAFT.command(), context(AXEL, rules)))
                .hasSize(1);
    }

    @Test
    void a_plan_answers_what_is_on_record() {
        var asked = when(NEED, ASK_FOR_PLAN);
        assertThat(refused(asked, DRAFT, "unknown-need").allowed()).containsExactly("N1");
    }

    @Test
    void a_plan_that_leaves_a_need_open_is_not_proposed() {
        var half = when(NEED, CONSTRAINT, ASK_FOR_PLAN, act(NOOR, new DraftPlan(ID, "half", List.of(item("N1")))));
        assertThat(refused(half, PROPOSE, "needs-unanswered").allowed()).containsExactly("C1");
    }

    @Test
    void a_plan_is_not_agreed_before_it_is_proposed_nor_without_an_offer() {
        refused(when(offer("990.00"), NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT), SIGN, "plan-not-proposed");
        refused(when(NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT, PROPOSE), SIGN, "offer-missing");
    }

    @Test
    void an_agreement_names_the_customers_signatory_and_the_offer_it_is_for() {
        assertThat(decided(when(offer("990.00"), NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT, PROPOSE), SIGN))
                .containsExactly(new SalesPlanAgreed(1, 1, "Ann Reed", "noor"));
    }

    @Test
    void a_plan_version_that_was_followed_is_refused() {
        var again = when(NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT, DRAFT);
        assertThat(refused(again, PROPOSE, "plan-version-passed").allowed()).containsExactly("2");
    }

    @Test
    void an_unanswered_plan_goes_to_the_manager_who_may_then_draft_it() {
        var state = when(NEED, CONSTRAINT, ASK_FOR_PLAN);
        state = Talks.after(state, due(state, RequestKind.PLAN));
        assertThat(decided(state, act(STEWARD, DRAFT.command()))).hasSize(1);
        assertThat(decided(state, DRAFT)).hasSize(1);
    }
}
