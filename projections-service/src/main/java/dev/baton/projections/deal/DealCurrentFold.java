package dev.baton.projections.deal;

import dev.baton.contract.deal.AccountabilityEvent;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.NegotiationEvent.TermsReopened;
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProgressEvent.ForecastAdjusted;
import dev.baton.contract.deal.ProgressEvent.ForecastRevised;
import dev.baton.contract.deal.ProgressEvent.ForecastSubmitted;
import dev.baton.contract.deal.ProgressEvent.InteractionLogged;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProgressEvent.RuleOverridden;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact;
import dev.baton.contract.responsibility.OfferFact;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.projections.fact.DealFact;
import dev.baton.projections.fact.ResponsibilityFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import org.jspecify.annotations.Nullable;

/// State follows the deal's own events; the holder follows the responsibility's, which is where accountability is
/// on record. HolderRecognised only tells that the deal has heard of it.
public final class DealCurrentFold implements Fold<StoryFact, DealCurrent> {

    @Override
    public DealCurrent apply(@Nullable DealCurrent before, StoryFact fact) {
        if (before == null) {
            return begin(fact);
        }
        DealCurrent after = switch (fact) {
            case DealFact(var envelope, var event) -> moved(before, event, fact);
            case ResponsibilityFact(var envelope, var event) -> before.held(held(before.accountable(), event));
        };
        return after.progressed(before.progress().and(fact));
    }

    private static DealCurrent begin(StoryFact fact) {
        if (fact instanceof DealFact first && first.event() instanceof LeadFound found) {
            return new DealCurrent(
                    fact.deal(),
                    Lead.of(found, fact.envelope()),
                    new Standing(DealState.PROSPECTING, fact.occurredAt(), 1),
                    found.value(),
                    Accountable.NOBODY_YET.heldBy(found.holder(), 0),
                    Milestones.found(fact.occurredAt()),
                    Ending.NONE,
                    Outlook.NOTHING_TOLD,
                    Progress.begunBy(first));
        }
        throw new IllegalStateException(
                fact.envelope().type() + " is the first fact of deal " + fact.deal() + ", expected that it was found");
    }

    private static DealCurrent moved(DealCurrent before, DealEvent event, StoryFact fact) {
        DealCurrent after = before.after(event, fact.occurredAt());
        return switch (event) {
            case ProspectingEvent lead -> told(after, lead, before.milestones());
            case NegotiationEvent talk -> told(after, talk, before.milestones());
            case ClosingEvent close -> told(after, close);
            case ProgressEvent note -> told(after, note, fact);
            case HoldEvent hold -> told(after, hold);
            case TermsEvent _, ConsultationEvent _, SupportEvent _, ServiceEvent _ -> after;
            case SlaEvent _, AccountabilityEvent _ -> after;
        };
    }

    /// A late milestone's value changes nothing: what followed it has said the newer one.
    private static DealCurrent told(DealCurrent deal, ProspectingEvent event, Milestones before) {
        return switch (event) {
            case LeadFound _ -> throw new IllegalStateException("deal " + deal.deal() + " is found twice");
            case LeadQualified late when before.arePastQualified() && deal.value() != null -> deal;
            case LeadQualified qualified -> deal.worth(qualified.value());
            case LeadDisqualified disqualified -> deal.because(disqualified.reason(), null);
            case LeadRecycled recycled -> deal.expecting(deal.outlook().resting(recycled.returnDate()));
            case LeadReturned _, NurtureDue _ -> deal;
        };
    }

    private static DealCurrent told(DealCurrent deal, NegotiationEvent event, Milestones before) {
        return switch (event) {
            case Negotiated late when before.arePastAgreed() && deal.value() != null -> deal;
            case Negotiated agreed ->
                deal.worth(agreed.value()).expecting(deal.outlook().closing(agreed.expectedClose()));
            case NegotiationOpened _, TermsReopened _ -> deal;
        };
    }

    private static DealCurrent told(DealCurrent deal, HoldEvent event) {
        return switch (event) {
            case DealPutOnHold hold -> deal.expecting(deal.outlook().resting(hold.reviewDate()));
            case DealResumed _ -> deal;
        };
    }

    private static DealCurrent told(DealCurrent deal, ClosingEvent event) {
        return switch (event) {
            case Closed closed -> deal.worth(closed.value()).because(closed.reason(), closed.competitor());
            case CloseReversed reversed ->
                switch (reversed.kind()) {
                    case BOOKED_IN_ERROR -> deal.because(null, null);
                    case CLIENT_CANCELLED -> deal.because(reversed.kind().name(), null);
                };
            case DealReopened reopened -> deal.attempting(reopened.attempt());
            case DealMerged merged ->
                deal.because(merged.reason(), null).expecting(deal.outlook().merged(merged.survivor()));
            case ReversalRequested _ -> deal;
        };
    }

    private static DealCurrent told(DealCurrent deal, ProgressEvent event, StoryFact fact) {
        Outlook outlook = deal.outlook();
        return switch (event) {
            case NextStepSet step -> deal.expecting(outlook.next(step));
            case ForecastRevised revised -> deal.worth(revised.value()).expecting(outlook.expecting(revised));
            case ForecastSubmitted told -> deal.expecting(outlook.called(ForecastCall.of(told, fact.occurredAt())));
            case ForecastAdjusted told -> deal.expecting(outlook.called(ForecastCall.of(told, fact.occurredAt())));
            case InteractionLogged _ -> deal.expecting(outlook.spoken(fact.occurredAt()));
            case DealCorrected correction ->
                deal.corrected(deal.lead().corrected(correction)).worth(correction.value());
            case RuleOverridden _ -> deal;
        };
    }

    private static Accountable held(Accountable before, ResponsibilityEvent event) {
        return switch (event) {
            case AccountabilityFact fact -> changed(before, fact);
            case AssignmentFact _, OfferFact _ -> before;
        };
    }

    private static Accountable changed(Accountable before, AccountabilityFact fact) {
        return switch (fact) {
            case ResponsibilityOpened opened -> before.heldBy(opened.holder(), 0);
            case ResponsibilityReopened reopened -> before.heldBy(reopened.holder(), reopened.epoch());
            case ResponsibilityTransferred transferred -> before.heldBy(transferred.to(), transferred.epoch());
            case ResponsibilityEnded _ -> before.ended();
        };
    }
}
