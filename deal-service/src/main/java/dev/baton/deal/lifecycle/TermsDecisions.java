package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.TermsCommand.AgreePlan;
import dev.baton.deal.lifecycle.TermsCommand.AnswerCriteria;
import dev.baton.deal.lifecycle.TermsCommand.DraftPlan;
import dev.baton.deal.lifecycle.TermsCommand.GrantApproval;
import dev.baton.deal.lifecycle.TermsCommand.MakeOffer;
import dev.baton.deal.lifecycle.TermsCommand.ProposePlan;
import dev.baton.deal.lifecycle.TermsCommand.RecordConstraint;
import dev.baton.deal.lifecycle.TermsCommand.RecordCounterOffer;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import dev.baton.deal.lifecycle.TermsCommand.RejectApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestPlan;
import java.util.List;

/// What may be recorded, offered, planned and approved on the way to agreed terms.
final class TermsDecisions {

    private TermsDecisions() {}

    static List<DealEvent> decide(DealState.Known state, TermsCommand command, DealContext context) {
        Dossier deal = state.dossier();
        return switch (command) {
            case RecordNeed need -> NeedDecisions.record(deal, need, context);
            case RecordConstraint constraint -> NeedDecisions.record(deal, constraint, context);
            case AnswerCriteria answer -> NeedDecisions.answer(deal, answer, context);
            case MakeOffer offer -> OfferDecisions.make(deal, offer, context);
            case RecordCounterOffer counter -> OfferDecisions.counter(deal, counter, context);
            case RequestPlan request -> PlanDecisions.request(deal, request, context);
            case DraftPlan draft -> PlanDecisions.draft(deal, draft, context);
            case ProposePlan proposal -> PlanDecisions.propose(deal, proposal, context);
            case AgreePlan agreement -> PlanDecisions.agree(deal, agreement, context);
            case RequestApproval request -> ApprovalDecisions.request(deal, request, context);
            case GrantApproval grant -> ApprovalDecisions.grant(deal, grant, context);
            case RejectApproval rejection -> ApprovalDecisions.reject(deal, rejection, context);
        };
    }
}
