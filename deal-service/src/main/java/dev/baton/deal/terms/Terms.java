package dev.baton.deal.terms;

import dev.baton.contract.deal.ApprovalEvent;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGranted;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRejected;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.NeedEvent;
import dev.baton.contract.deal.OfferEvent;
import dev.baton.contract.deal.OfferEvent.OfferMade;
import dev.baton.contract.deal.PlanEvent;
import dev.baton.contract.deal.PlanEvent.SalesPlanAgreed;
import dev.baton.contract.deal.PlanEvent.SalesPlanDrafted;
import dev.baton.contract.deal.PlanEvent.SalesPlanProposed;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.deal.terms.LedgerEntry.Offer;
import dev.baton.deal.terms.SalesPlan.Content;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Where the terms of a deal stand.
///
/// @param plan its newest version; absent before the first draft
/// @param approval the newest request for the standing offer; absent before it, and after a new
///     offer
public record Terms(
        Needs needs,
        Ledger ledger,
        @Nullable SalesPlan plan,
        @Nullable Approval approval) {
    public static final Terms NONE = new Terms(Needs.NONE, Ledger.EMPTY, null, null);

    /// @throws IllegalStateException when no decision could have brought this fact about here
    public Terms after(TermsEvent event, Instant at) {
        return switch (event) {
            case NeedEvent need -> new Terms(needs.after(need), ledger, plan, approval);
            case OfferEvent offer -> new Terms(needs, ledger.after(offer, at), plan, after(offer));
            case PlanEvent act -> new Terms(needs, ledger, after(act), approval);
            case ApprovalEvent act -> new Terms(needs, ledger, plan, after(act));
        };
    }

    /// Terms are open again: what was agreed must be agreed anew, what was approved approved anew.
    public Terms reopened() {
        SalesPlan voided = plan instanceof SalesPlan.Agreed agreed
                ? new SalesPlan.Proposed(agreed.version(), agreed.content())
                : plan;
        return new Terms(needs, ledger, voided, null);
    }

    /// An approval that counts for the standing offer.
    public boolean approved() {
        Offer standing = ledger.standing();
        return standing != null && approval instanceof Approval.Granted granted && granted.offer() == standing.number();
    }

    /// The plan that was agreed for the standing offer; absent when there is none.
    public SalesPlan.@Nullable Agreed agreedPlan() {
        Offer standing = ledger.standing();
        Integer offer = standing == null ? null : Integer.valueOf(standing.number());
        return plan instanceof SalesPlan.Agreed agreed && Objects.equals(agreed.offer(), offer) ? agreed : null;
    }

    public int nextPlanVersion() {
        return plan == null ? 1 : plan.version() + 1;
    }

    /// An approval is for one offer alone.
    private @Nullable Approval after(OfferEvent event) {
        return event instanceof OfferMade ? null : approval;
    }

    private @Nullable SalesPlan after(PlanEvent event) {
        return switch (event) {
            case SalesPlanRequested _ -> plan;
            case SalesPlanDrafted draft ->
                new SalesPlan.Drafted(draft.version(), new Content(draft.by(), draft.summary(), draft.items()));
            case SalesPlanProposed _ ->
                new SalesPlan.Proposed(plan(event).version(), plan(event).content());
            case SalesPlanAgreed agreed ->
                new SalesPlan.Agreed(
                        agreed.version(), plan(event).content(), agreed.offer(), agreed.signatory(), agreed.by());
        };
    }

    private SalesPlan plan(PlanEvent event) {
        if (plan == null) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " of a plan that was never drafted");
        }
        return plan;
    }

    private Approval after(ApprovalEvent event) {
        return switch (event) {
            case ApprovalRequested asked ->
                new Approval.Asked(asked.request(), asked.offer(), asked.by(), asked.grounds());
            case ApprovalGranted granted ->
                new Approval.Granted(granted.request(), granted.offer(), requester(event), granted.by());
            case ApprovalRejected rejected ->
                new Approval.Rejected(
                        rejected.request(), rejected.offer(), requester(event), rejected.by(), rejected.reason());
        };
    }

    private String requester(ApprovalEvent event) {
        if (approval == null) {
            throw new IllegalStateException(event.getClass().getSimpleName() + " that nobody has requested");
        }
        return approval.requestedBy();
    }
}
