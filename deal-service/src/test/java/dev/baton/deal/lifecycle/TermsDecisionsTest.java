package dev.baton.deal.lifecycle;

import static dev.baton.deal.lifecycle.Talks.AXEL;
import static dev.baton.deal.lifecycle.Talks.CASPER;
import static dev.baton.deal.lifecycle.Talks.EVERYTHING;
import static dev.baton.deal.lifecycle.Talks.ID;
import static dev.baton.deal.lifecycle.Talks.MARIA;
import static dev.baton.deal.lifecycle.Talks.NOOR;
import static dev.baton.deal.lifecycle.Talks.NOW;
import static dev.baton.deal.lifecycle.Talks.STEWARD;
import static dev.baton.deal.lifecycle.Talks.act;
import static dev.baton.deal.lifecycle.Talks.context;
import static dev.baton.deal.lifecycle.Talks.negotiating;
import static dev.baton.deal.lifecycle.Talks.offer;
import static dev.baton.deal.lifecycle.Talks.usd;
import static dev.baton.deal.lifecycle.Talks.when;
import static dev.baton.deal.lifecycle.TermsActs.AGREE;
import static dev.baton.deal.lifecycle.TermsActs.ASK_FOR_APPROVAL;
import static dev.baton.deal.lifecycle.TermsActs.ASK_FOR_PLAN;
import static dev.baton.deal.lifecycle.TermsActs.CONSTRAINT;
import static dev.baton.deal.lifecycle.TermsActs.DRAFT;
import static dev.baton.deal.lifecycle.TermsActs.GRANT;
import static dev.baton.deal.lifecycle.TermsActs.NEED;
import static dev.baton.deal.lifecycle.TermsActs.PROPOSE;
import static dev.baton.deal.lifecycle.TermsActs.SIGN;
import static dev.baton.deal.lifecycle.TermsActs.decided;
import static dev.baton.deal.lifecycle.TermsActs.due;
import static dev.baton.deal.lifecycle.TermsActs.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.ClosingCommand.CloseDeal;
import dev.baton.deal.lifecycle.ConsultationCommand.AnswerQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.AskQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.GiveAdvice;
import dev.baton.deal.lifecycle.ConsultationCommand.RequestAdvice;
import dev.baton.deal.lifecycle.DealRejected.Ground;
import dev.baton.deal.lifecycle.NegotiationCommand.AgreeTerms;
import dev.baton.deal.lifecycle.NegotiationCommand.ReviseTerms;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import dev.baton.deal.lifecycle.Talks.Act;
import dev.baton.deal.lifecycle.TermsCommand.AnswerCriteria;
import dev.baton.deal.lifecycle.TermsCommand.AskedLine;
import dev.baton.deal.lifecycle.TermsCommand.GrantApproval;
import dev.baton.deal.lifecycle.TermsCommand.MakeOffer;
import dev.baton.deal.lifecycle.TermsCommand.OfferDraft;
import dev.baton.deal.terms.TermsRules;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsDecisionsTest {
    @Test
    void a_stage_is_left_when_its_exit_criteria_are_answered() {
        TermsRules rules = TermsRules.USUAL.leaving(
                Map.of(Stage.QUALIFIED, List.of("decision maker"), Stage.NEGOTIATING, List.of("legal review")));
        var state = negotiating();
        var agree = new AgreeTerms(ID, usd("10.00"), null);
        var refusal = catchThrowableOfType(
                DealRejected.class, () -> DealDecisions.decide(state, agree, context(AXEL, rules)));
        assertThat(refusal.code()).isEqualTo("criteria-unanswered");
        assertThat(refusal.allowed()).containsExactly("decision maker", "legal review");
        var answered = when(
                state,
                rules,
                act(AXEL, new AnswerCriteria(ID, Map.of("decision maker", "Ann"))),
                act(AXEL, new AnswerCriteria(ID, Map.of("legal review", "done on 3 March"))));
        assertThat(DealDecisions.decide(answered, agree, context(AXEL, rules))).hasSize(1);
    }

    @Test
    void what_the_pipeline_does_not_ask_for_is_no_criterion() {
        refused(negotiating(), act(AXEL, new AnswerCriteria(ID, Map.of("weather", "fine"))), "unknown-criterion");
    }

    @Test
    void on_hold_clocks_stand() {
        var asked = when(offer("900.00"), ASK_FOR_APPROVAL);
        Instant week = NOW.plusSeconds(7 * 24 * 3600L);
        var resting =
                asked.evolve(new DealPutOnHold(Stage.NEGOTIATING, LocalDate.parse("2026-03-11"), "moves house"), NOW);
        assertThat(due(resting, RequestKind.APPROVAL)).isEmpty();
        var resumed = resting.evolve(new DealResumed(Stage.NEGOTIATING, ResumeCause.PERSON, "axel"), week);
        assertThat(due(resumed, RequestKind.APPROVAL)).isEmpty();
        assertThat(((DealState.Known) resumed)
                        .dossier()
                        .requests()
                        .open()
                        .getFirst()
                        .due())
                .isEqualTo(Instant.parse("2026-03-13T09:30:00Z"));
    }

    @Test
    void terms_need_an_agreed_plan_and_name_the_next_step() {
        assertThat(refused(when(offer("990.00")), AGREE, "plan-not-agreed").allowed())
                .containsExactly("request-plan");
        assertThat(refused(when(offer("990.00"), NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT), AGREE, "plan-not-agreed")
                        .allowed())
                .containsExactly("propose-plan");
    }

    @Test
    void a_plan_that_was_agreed_for_another_offer_does_not_count() {
        var moved = when(offer("1000.00"), NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT, PROPOSE, SIGN, offer("990.00"));
        assertThat(refused(moved, AGREE, "plan-of-another-offer").allowed()).containsExactly("agree-plan");
        assertThat(decided(when(moved, EVERYTHING, SIGN), AGREE)).containsExactly(new Negotiated(usd("990.00"), null));
    }

    @Test
    void terms_are_worth_their_offer() {
        var ready = when(offer("990.00"), NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT, PROPOSE, SIGN);
        refused(ready, act(AXEL, new AgreeTerms(ID, usd("991.00"), null)), "value-differs-from-offer");
        assertThat(decided(ready, AGREE)).containsExactly(new Negotiated(usd("990.00"), null));
    }

    @Test
    void an_offer_past_its_last_day_is_not_agreed() {
        var lines =
                new OfferDraft(null, List.of(new AskedLine("Press", 1, usd("990.00"))), LocalDate.parse("2026-03-03"));
        refused(when(act(AXEL, new MakeOffer(ID, lines))), AGREE, "offer-expired");
    }

    @Test
    void what_another_system_reports_meets_the_same_guards_and_waits() {
        var report = new RecordNegotiated(ID, new Negotiated(usd("990.00"), null), NOW);
        var refusal = refused(when(offer("990.00")), act(Actor.client("crm"), report), "plan-not-agreed");
        assertThat(refusal.ground()).isEqualTo(Ground.TOO_EARLY);
        var ready = when(offer("990.00"), NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT, PROPOSE, SIGN);
        assertThat(decided(ready, act(Actor.client("crm"), report))).containsExactly(report.terms());
    }

    @Test
    void reopened_terms_void_the_agreement_and_the_approval_and_nothing_else() {
        var agreed = when(
                offer("900.00"), NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT, PROPOSE, SIGN, ASK_FOR_APPROVAL, GRANT, AGREE);
        var reopened = when(agreed, EVERYTHING, act(AXEL, new ReviseTerms(ID, "another site")));
        assertThat(reopened).isInstanceOf(Negotiating.class);
        refused(reopened, AGREE, "plan-not-agreed");
        var signed = when(reopened, EVERYTHING, SIGN);
        refused(signed, AGREE, "approval-required");
        var approved = when(signed, EVERYTHING, ASK_FOR_APPROVAL, act(MARIA, new GrantApproval(ID, 2, null)));
        assertThat(decided(approved, AGREE)).hasSize(1);
    }

    @Test
    void a_deal_is_won_with_the_plan_of_its_offer() {
        var agreed = when(offer("990.00"), NEED, CONSTRAINT, ASK_FOR_PLAN, DRAFT, PROPOSE, SIGN, AGREE);
        Act win = act(AXEL, new CloseDeal(ID, new Close(Outcome.WON, null, null, null)));
        assertThat(decided(agreed, win)).hasSize(1).first().isInstanceOf(Closed.class);
        refused(
                Talks.after(when(offer("990.00")), List.of(new Negotiated(usd("990.00"), null))),
                win,
                "plan-not-agreed");
    }

    @Test
    void advice_is_given_by_who_was_asked() {
        var asked = when(act(AXEL, new RequestAdvice(ID, "noor", "does it fit?")));
        refused(asked, act(CASPER, new GiveAdvice(ID, 1, "yes")), "asked-somebody-else");
        refused(asked, act(AXEL, new GiveAdvice(ID, 1, "yes")), "role-required");
        assertThat(decided(asked, act(NOOR, new GiveAdvice(ID, 1, "yes")))).hasSize(1);
        var any = when(act(AXEL, new RequestAdvice(ID, null, "does it fit?")));
        assertThat(decided(any, act(CASPER, new GiveAdvice(ID, 1, "yes")))).hasSize(1);
    }

    @Test
    void a_question_is_answered_by_who_was_asked_or_by_the_manager_it_came_to() {
        var asked = when(act(NOOR, new AskQuestion(ID, "axel", "which hall?")));
        Act answer = act(STEWARD, new AnswerQuestion(ID, 1, "hall B"));
        refused(asked, answer, "asked-somebody-else");
        assertThat(decided(Talks.after(asked, due(asked, RequestKind.QUESTION)), answer))
                .hasSize(1);
        assertThat(decided(asked, act(AXEL, new AnswerQuestion(ID, 1, "hall B"))))
                .hasSize(1);
    }
}
