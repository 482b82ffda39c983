package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.deal.lifecycle.Talks.AXEL;
import static dev.baton.deal.lifecycle.Talks.EVERYTHING;
import static dev.baton.deal.lifecycle.Talks.GRETA;
import static dev.baton.deal.lifecycle.Talks.ID;
import static dev.baton.deal.lifecycle.Talks.MARIA;
import static dev.baton.deal.lifecycle.Talks.MONA;
import static dev.baton.deal.lifecycle.Talks.NOOR;
import static dev.baton.deal.lifecycle.Talks.act;
import static dev.baton.deal.lifecycle.Talks.context;
import static dev.baton.deal.lifecycle.Talks.draft;
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

import dev.baton.contract.Holder;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGranted;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGround;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.deal.lifecycle.DueCommand.EscalateRequest;
import dev.baton.deal.lifecycle.TermsCommand.AskedLine;
import dev.baton.deal.lifecycle.TermsCommand.GrantApproval;
import dev.baton.deal.lifecycle.TermsCommand.MakeOffer;
import dev.baton.deal.lifecycle.TermsCommand.OfferDraft;
import dev.baton.deal.lifecycle.TermsCommand.RejectApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestApproval;
import dev.baton.deal.terms.ApprovalRules;
import dev.baton.deal.terms.LedgerEntry;
import dev.baton.deal.terms.TermsRules;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class ApprovalDecisionsTest {
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
    void granting_says_who_did() {
        assertThat(decided(when(offer("900.00"), ASK_FOR_APPROVAL), GRANT))
                .containsExactly(new ApprovalGranted(1, 1, "maria", null));
    }
}
