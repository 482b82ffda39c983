package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.deal.lifecycle.Talks.AXEL;
import static dev.baton.deal.lifecycle.Talks.CASPER;
import static dev.baton.deal.lifecycle.Talks.EVERYTHING;
import static dev.baton.deal.lifecycle.Talks.GRETA;
import static dev.baton.deal.lifecycle.Talks.ID;
import static dev.baton.deal.lifecycle.Talks.MARIA;
import static dev.baton.deal.lifecycle.Talks.MONA;
import static dev.baton.deal.lifecycle.Talks.NOOR;
import static dev.baton.deal.lifecycle.Talks.NOW;
import static dev.baton.deal.lifecycle.Talks.STEWARD;
import static dev.baton.deal.lifecycle.Talks.act;
import static dev.baton.deal.lifecycle.Talks.alsoDraftedBy;
import static dev.baton.deal.lifecycle.Talks.context;
import static dev.baton.deal.lifecycle.Talks.draft;
import static dev.baton.deal.lifecycle.Talks.item;
import static dev.baton.deal.lifecycle.Talks.negotiating;
import static dev.baton.deal.lifecycle.Talks.offer;
import static dev.baton.deal.lifecycle.Talks.usd;
import static dev.baton.deal.lifecycle.Talks.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGranted;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGround;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.NeedEvent.ConstraintRecorded;
import dev.baton.contract.deal.NeedEvent.NeedRecorded;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.OfferEvent.CounterOfferRecorded;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.contract.deal.PlanEvent.SalesPlanAgreed;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.contract.deal.Stage;
import dev.baton.deal.lifecycle.ClosingCommand.CloseDeal;
import dev.baton.deal.lifecycle.ConsultationCommand.AnswerQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.AskQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.GiveAdvice;
import dev.baton.deal.lifecycle.ConsultationCommand.RequestAdvice;
import dev.baton.deal.lifecycle.DealRejected.Ground;
import dev.baton.deal.lifecycle.DueCommand.EscalateRequest;
import dev.baton.deal.lifecycle.NegotiationCommand.AgreeTerms;
import dev.baton.deal.lifecycle.NegotiationCommand.ReviseTerms;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import dev.baton.deal.lifecycle.Talks.Act;
import dev.baton.deal.lifecycle.TermsCommand.AgreePlan;
import dev.baton.deal.lifecycle.TermsCommand.AnswerCriteria;
import dev.baton.deal.lifecycle.TermsCommand.AskedLine;
import dev.baton.deal.lifecycle.TermsCommand.DraftPlan;
import dev.baton.deal.lifecycle.TermsCommand.GrantApproval;
import dev.baton.deal.lifecycle.TermsCommand.MakeOffer;
import dev.baton.deal.lifecycle.TermsCommand.OfferDraft;
import dev.baton.deal.lifecycle.TermsCommand.ProposePlan;
import dev.baton.deal.lifecycle.TermsCommand.RecordConstraint;
import dev.baton.deal.lifecycle.TermsCommand.RecordCounterOffer;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import dev.baton.deal.lifecycle.TermsCommand.RejectApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestPlan;
import dev.baton.deal.terms.ApprovalRules;
import dev.baton.deal.terms.LedgerEntry;
import dev.baton.deal.terms.TermsRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class TermsDecisionsTest {
    private static final Act NEED = act(AXEL, new RecordNeed(ID, "a faster line"));
    private static final Act CONSTRAINT = act(AXEL, new RecordConstraint(ID, "before March"));
    private static final Act ASK_FOR_PLAN = act(AXEL, new RequestPlan(ID, "noor", null));
    private static final Act DRAFT = act(NOOR, new DraftPlan(ID, "in two steps", List.of(item("N1", "C1"))));
    private static final Act PROPOSE = act(NOOR, new ProposePlan(ID, 1));
    private static final Act SIGN = act(NOOR, new AgreePlan(ID, 1, "Ann Reed"));
    private static final Act ASK_FOR_APPROVAL = act(AXEL, new RequestApproval(ID, null, null));
    private static final Act GRANT = act(MARIA, new GrantApproval(ID, 1, null));
    private static final Act AGREE = act(AXEL, new AgreeTerms(ID, null, null));

    @Test
    void needs_and_constraints_get_ids_in_the_order_of_recording() {
        assertThat(decided(when(NEED), act(AXEL, new RecordNeed(ID, "less scrap"))))
                .containsExactly(new NeedRecorded("N2", "less scrap"));
        assertThat(decided(when(NEED), CONSTRAINT)).containsExactly(new ConstraintRecorded("C1", "before March"));
    }

    @Test
    void a_need_that_is_on_record_is_no_second_fact() {
        assertThat(decided(when(NEED), NEED)).isEmpty();
    }

    @Test
    void only_the_holder_records_a_need() {
        refused(negotiating(), act(NOOR, new RecordNeed(ID, "a faster line")), "not-the-holder");
    }

    @Test
    void discount_and_margin_are_computed_from_the_price_list_in_force() {
        OfferMade made = (OfferMade) decided(negotiating(), offer("990.00")).getFirst();
        assertThat(made.priceListVersion()).isEqualTo(2);
        assertThat(made.lines().getFirst().listPrice()).isEqualTo(usd("1100.00"));
        assertThat(made.lines().getFirst().cost()).isEqualTo(usd("650.00"));
        assertThat(made.discountPercent()).isEqualTo(new BigDecimal("10.00"));
        assertThat(made.marginPercent()).isEqualTo(new BigDecimal("34.34"));
    }

    @Test
    void a_price_list_that_is_not_in_force_yet_is_refused() {
        var refusal =
                refused(negotiating(), act(AXEL, new MakeOffer(ID, draft(3, "1200.00"))), "price-list-not-in-force");
        assertThat(refusal.allowed()).containsExactly("2");
    }

    @Test
    void a_price_list_that_was_followed_is_refused_unless_an_earlier_offer_was_made_from_it() {
        Act old = act(AXEL, new MakeOffer(ID, draft(1, "900.00")));
        refused(negotiating(), old, "price-list-not-in-force");
        Instant february = Instant.parse("2026-02-03T09:30:00Z");
        var begun = Talks.after(
                negotiating(),
                DealDecisions.decide(negotiating(), offer("950.00").command(), context(AXEL, EVERYTHING, february)));
        assertThat(((OfferMade) decided(begun, old).getFirst()).priceListVersion())
                .isEqualTo(1);
    }

    @Test
    void a_product_that_the_list_does_not_have_is_refused_and_what_it_has_is_named() {
        var eaten = new OfferDraft(null, List.of(new AskedLine("Cake", 1, usd("5.00"))), null);
        assertThat(refused(negotiating(), act(AXEL, new MakeOffer(ID, eaten)), "unknown-product")
                        .allowed())
                .containsExactly("Press", "Rig");
    }

    @Test
    void the_same_offer_again_is_no_second_one_until_the_customer_has_answered() {
        assertThat(decided(when(offer("990.00")), offer("990.00"))).isEmpty();
        var answered = when(offer("990.00"), act(AXEL, new RecordCounterOffer(ID, usd("800.00"), null)));
        assertThat(((OfferMade) decided(answered, offer("990.00")).getFirst()).offer())
                .isEqualTo(2);
    }

    @Test
    void a_counter_offer_says_what_it_would_mean() {
        assertThat(decided(when(offer("990.00")), act(AXEL, new RecordCounterOffer(ID, usd("800.00"), "training"))))
                .containsExactly(new CounterOfferRecorded(
                        1, 1, usd("800.00"), new BigDecimal("27.28"), new BigDecimal("18.75"), "training"));
    }

    @Test
    void there_is_no_counter_offer_before_an_offer() {
        refused(negotiating(), act(AXEL, new RecordCounterOffer(ID, usd("800.00"), null)), "offer-missing");
    }

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
    void an_approval_is_asked_of_the_first_in_the_chain_of_command() {
        assertThat(decided(when(offer("980.00")), ASK_FOR_APPROVAL))
                .containsExactly(new ApprovalRequested(
                        1,
                        1,
                        "axel",
                        "maria",
                        List.of(ApprovalGround.DISCOUNT),
                        new BigDecimal("10.91"),
                        new BigDecimal("33.67"),
                        null,
                        Instant.parse("2026-03-06T09:30:00Z")));
    }

    @Test
    void a_margin_under_the_floor_needs_an_approval_too() {
        var lines = new OfferDraft(null, List.of(new AskedLine("Press", 1, usd("812.49"))), null);
        var state = when(act(AXEL, new MakeOffer(ID, lines)));
        assertThat(((ApprovalRequested) decided(state, ASK_FOR_APPROVAL).getFirst()).grounds())
                .containsExactly(ApprovalGround.DISCOUNT, ApprovalGround.MARGIN);
    }

    @Test
    void a_deal_above_the_executives_ceiling_needs_an_approval_in_that_currency_alone() {
        var small = ceilings(List.of(usd("1099.99"), Money.parse("EUR 1.00")), Map.of());
        var offered = when(offer("1100.00"));
        var asked = DealDecisions.decide(offered, ASK_FOR_APPROVAL.command(), context(AXEL, small));
        assertThat(((ApprovalRequested) asked.getFirst()).grounds()).containsExactly(ApprovalGround.DEAL_SIZE);
        assertThat(small.approvalGrounds(standing(offered))).containsExactly(ApprovalGround.DEAL_SIZE);
        var enough = ceilings(List.of(usd("1100.00")), Map.of());
        assertThat(enough.approvalGrounds(standing(offered))).isEmpty();
        var own = ceilings(List.of(usd("5000.00")), Map.of("axel", List.of(usd("100.00"))));
        assertThat(own.approvalGrounds(standing(offered))).containsExactly(ApprovalGround.DEAL_SIZE);
        var euros = ceilings(List.of(Money.parse("EUR 1.00")), Map.of());
        assertThat(euros.approvalGrounds(standing(offered))).isEmpty();
    }

    private static LedgerEntry.Offer standing(DealState state) {
        return Objects.requireNonNull(
                ((DealState.Known) state).dossier().terms().ledger().standing());
    }

    private static TermsRules ceilings(List<Money> usual, Map<String, List<Money>> own) {
        ApprovalRules before = Objects.requireNonNull(EVERYTHING.approval());
        return new TermsRules(
                EVERYTHING.priceList(),
                true,
                true,
                Set.of(),
                new ApprovalRules(
                        before.discountAuthority(),
                        before.authorities(),
                        before.marginFloor(),
                        usual,
                        own,
                        before.approvers()),
                EVERYTHING.answerWithin(),
                EVERYTHING.calendar(),
                EVERYTHING.exitCriteria());
    }

    @Test
    void at_the_limit_no_approval_is_needed() {
        refused(when(offer("990.00")), ASK_FOR_APPROVAL, "approval-not-needed");
        refused(when(offer("989.99"), ASK_FOR_APPROVAL), ASK_FOR_APPROVAL, "already-requested");
    }

    @Test
    void who_has_a_greater_authority_uses_it() {
        var annas = Talks.after(negotiating(), List.of(new HolderRecognised(new Holder(ACCOUNT_EXECUTIVE, "anna"), 2)));
        Actor anna = Actor.person("anna", ACCOUNT_EXECUTIVE);
        var offered = when(annas, EVERYTHING, act(anna, new MakeOffer(ID, draft(null, "850.00"))));
        refused(offered, act(anna, ASK_FOR_APPROVAL.command()), "approval-not-needed");
    }

    @Test
    void nobody_approves_their_own() {
        var marias = Talks.after(negotiating(), List.of(new HolderRecognised(new Holder(SALES_MANAGER, "maria"), 2)));
        var asked = when(
                marias,
                EVERYTHING,
                act(MARIA, new MakeOffer(ID, draft(null, "900.00"))),
                act(MARIA, new RequestApproval(ID, null, null)));
        assertThat(((DealState.Known) asked).dossier().requests().openOf(RequestKind.APPROVAL))
                .isNotNull()
                .extracting(request -> request.with())
                .isEqualTo("mona");
        refused(asked, act(MARIA, new GrantApproval(ID, 1, null)), "own-request");
        refused(asked, act(MARIA, new RejectApproval(ID, 1, "no")), "own-request");
        assertThat(decided(asked, act(GRETA, new GrantApproval(ID, 1, null)))).hasSize(1);
    }

    @Test
    void nobody_approves_what_they_offered_before_they_gave_it_away() {
        var handedOn = when(
                Talks.after(negotiating(), List.of(new HolderRecognised(new Holder(SALES_MANAGER, "maria"), 2))),
                EVERYTHING,
                act(MARIA, new MakeOffer(ID, draft(null, "900.00"))));
        var axels = Talks.after(handedOn, List.of(new HolderRecognised(new Holder(ACCOUNT_EXECUTIVE, "axel"), 3)));
        refused(when(axels, EVERYTHING, ASK_FOR_APPROVAL), GRANT, "own-request");
    }

    @Test
    void only_a_manager_approves() {
        refused(when(offer("900.00"), ASK_FOR_APPROVAL), act(NOOR, GRANT.command()), "role-required");
    }

    @Test
    void a_granted_approval_is_for_its_offer_alone() {
        var granted = when(
                offer("900.00"),
                ASK_FOR_APPROVAL,
                GRANT,
                offer("890.00"),
                NEED,
                CONSTRAINT,
                ASK_FOR_PLAN,
                DRAFT,
                PROPOSE,
                SIGN);
        refused(granted, AGREE, "approval-required");
    }

    @Test
    void an_answer_to_a_request_that_is_settled_is_refused() {
        refused(when(offer("900.00"), ASK_FOR_APPROVAL, GRANT), GRANT, "request-settled");
        refused(when(offer("900.00"), ASK_FOR_APPROVAL, offer("890.00")), GRANT, "request-settled");
        refused(when(offer("900.00"), ASK_FOR_APPROVAL), act(MARIA, new GrantApproval(ID, 7, null)), "unknown-request");
    }

    @Test
    void an_unanswered_approval_goes_to_the_delegate_then_up_then_to_the_steward() {
        var state = when(offer("900.00"), ASK_FOR_APPROVAL);
        int week = 0;
        for (String next : List.of("mona", "greta", "steward")) {
            var escalated =
                    (RequestEscalated) due(state, RequestKind.APPROVAL, ++week).getFirst();
            assertThat(escalated.to()).isEqualTo(next);
            state = Talks.after(state, List.of(escalated));
        }
        assertThat(due(state, RequestKind.APPROVAL, ++week)).isEmpty();
        assertThat(decided(state, act(MONA, new GrantApproval(ID, 1, null)))).hasSize(1);
    }

    @Test
    void an_unanswered_plan_goes_to_the_manager_who_may_then_draft_it() {
        var state = when(NEED, CONSTRAINT, ASK_FOR_PLAN);
        state = Talks.after(state, due(state, RequestKind.PLAN));
        assertThat(decided(state, act(STEWARD, DRAFT.command()))).hasSize(1);
        assertThat(decided(state, DRAFT)).hasSize(1);
    }

    @Test
    void what_is_not_due_yet_or_answered_or_on_hold_is_not_escalated() {
        var asked = when(offer("900.00"), ASK_FOR_APPROVAL);
        var escalate = new EscalateRequest(ID, RequestKind.APPROVAL, 1);
        assertThat(DealDecisions.decide(asked, escalate, context(Actor.client("baton"), EVERYTHING)))
                .isEmpty();
        assertThat(due(when(offer("900.00"), ASK_FOR_APPROVAL, GRANT), RequestKind.APPROVAL))
                .isEmpty();
        assertThat(due(negotiating(), RequestKind.APPROVAL)).isEmpty();
    }

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

    @Test
    void granting_says_who_did() {
        assertThat(decided(when(offer("900.00"), ASK_FOR_APPROVAL), GRANT))
                .containsExactly(new ApprovalGranted(1, 1, "maria", null));
    }

    private static List<DealEvent> due(DealState state, RequestKind kind) {
        return due(state, kind, 1);
    }

    private static List<DealEvent> due(DealState state, RequestKind kind, int weeks) {
        Instant later = NOW.plusSeconds(weeks * 7 * 24 * 3600L);
        return DealDecisions.decide(
                state, new EscalateRequest(ID, kind, 1), context(Actor.client("baton"), EVERYTHING, later));
    }

    private static List<DealEvent> decided(DealState state, Act act) {
        return DealDecisions.decide(state, act.command(), context(act.actor(), EVERYTHING));
    }

    private static DealRejected refused(DealState state, Act act, String code) {
        var refusal = catchThrowableOfType(DealRejected.class, () -> decided(state, act));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(code);
        return refusal;
    }
}
