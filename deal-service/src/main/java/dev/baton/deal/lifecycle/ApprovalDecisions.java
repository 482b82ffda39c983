package dev.baton.deal.lifecycle;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.deal.ConsultationEvent.RequestKind.APPROVAL;

import dev.baton.contract.deal.ApprovalEvent.ApprovalGranted;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGround;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRejected;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.TermsCommand.GrantApproval;
import dev.baton.deal.lifecycle.TermsCommand.RejectApproval;
import dev.baton.deal.lifecycle.TermsCommand.RequestApproval;
import dev.baton.deal.terms.LedgerEntry.Offer;
import dev.baton.deal.terms.Request;
import java.util.List;

/// Whether an offer beyond the executive's authority, or under the floor, may stand: a manager says
/// so, and never the one who asked or who made the offer.
final class ApprovalDecisions {

    private ApprovalDecisions() {}

    static List<DealEvent> request(Dossier deal, RequestApproval command, DealContext context) {
        Guards.heldBy(deal, command, context, ACCOUNT_EXECUTIVE);
        Offer offer = TermsGuards.standing(deal);
        List<ApprovalGround> grounds = context.rules().terms().approvalGrounds(offer);
        if (grounds.isEmpty()) {
            throw TermsRefusals.approvalNotNeeded(offer);
        }
        Request open = deal.requests().openOf(APPROVAL);
        if (open != null) {
            throw TermsRefusals.alreadyRequested(open);
        }
        return deal.terms().approved() ? List.of() : List.of(requested(deal, offer, grounds, command, context));
    }

    static List<DealEvent> grant(Dossier deal, GrantApproval command, DealContext context) {
        String manager = Guards.member(command, context, SALES_MANAGER);
        Offer offer = decidable(deal, command, command.request(), manager);
        return List.of(new ApprovalGranted(command.request(), offer.number(), manager, command.note()));
    }

    static List<DealEvent> reject(Dossier deal, RejectApproval command, DealContext context) {
        String manager = Guards.member(command, context, SALES_MANAGER);
        Offer offer = decidable(deal, command, command.request(), manager);
        return List.of(new ApprovalRejected(command.request(), offer.number(), manager, command.reason()));
    }

    private static ApprovalRequested requested(
            Dossier deal, Offer offer, List<ApprovalGround> grounds, RequestApproval command, DealContext context) {
        String by = context.actor().name();
        return new ApprovalRequested(
                deal.requests().next(APPROVAL),
                offer.number(),
                by,
                approver(offer, by, command, context.rules()),
                grounds,
                offer.discountPercent(),
                offer.marginPercent(),
                command.reason(),
                context.rules().terms().due(APPROVAL, context.now()));
    }

    private static String approver(Offer offer, String by, RequestApproval command, Pipeline rules) {
        String wished = command.approver();
        if (wished == null) {
            return Escalation.approvers(rules, List.of(by, offer.by())).stream()
                    .findFirst()
                    .orElseThrow(TermsRefusals::noApprover);
        }
        Guards.notOnes(command, wished, by);
        Guards.notOnes(command, wished, offer.by());
        return wished;
    }

    private static Offer decidable(Dossier deal, TermsCommand command, int number, String manager) {
        Request request = ConsultationDecisions.open(deal, APPROVAL, number);
        Offer offer = TermsGuards.standing(deal);
        Guards.notOnes(command, manager, request.by());
        Guards.notOnes(command, manager, offer.by());
        return offer;
    }
}
