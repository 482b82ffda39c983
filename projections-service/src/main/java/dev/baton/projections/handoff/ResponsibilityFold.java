package dev.baton.projections.handoff;

import dev.baton.contract.deal.AccountabilityEvent;
import dev.baton.contract.deal.ClosingEvent;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealMerged;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.ReversalRequested;
import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.HoldEvent;
import dev.baton.contract.deal.NegotiationEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProgressEvent;
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
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact;
import dev.baton.contract.responsibility.OfferFact;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.projections.fact.DealFact;
import dev.baton.projections.fact.ResponsibilityFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who held the deal when. A hand-off is asked for by a stage of the deal; how long it took is what lies between the
/// two facts.
public final class ResponsibilityFold implements Fold<StoryFact, Responsibility> {

    @Override
    public Responsibility apply(@Nullable Responsibility before, StoryFact fact) {
        Responsibility known = before == null ? Responsibility.of(fact.deal()) : before;
        return switch (fact) {
            case DealFact(var envelope, var event) ->
                asks(event)
                        .map(cause -> known.ask(cause, new Asked(fact.occurredAt(), fact.recordedAt())))
                        .orElse(known);
            case ResponsibilityFact(var envelope, var event) -> changed(known, event, fact);
        };
    }

    private static Optional<TransferCause> asks(DealEvent event) {
        return switch (event) {
            case ProspectingEvent lead -> asks(lead);
            case NegotiationEvent talk ->
                talk instanceof Negotiated ? Optional.of(TransferCause.NEGOTIATED) : Optional.empty();
            case ClosingEvent close -> asks(close);
            case TermsEvent _, ConsultationEvent _, SupportEvent _, ServiceEvent _ -> Optional.empty();
            case HoldEvent _, ProgressEvent _, SlaEvent _, AccountabilityEvent _ -> Optional.empty();
        };
    }

    private static Optional<TransferCause> asks(ProspectingEvent event) {
        return switch (event) {
            case LeadFound _ -> Optional.of(TransferCause.LEAD_FOUND);
            case LeadQualified _ -> Optional.of(TransferCause.LEAD_QUALIFIED);
            case LeadReturned _, LeadDisqualified _, LeadRecycled _, NurtureDue _ -> Optional.empty();
        };
    }

    private static Optional<TransferCause> asks(ClosingEvent event) {
        return switch (event) {
            case Closed closed when closed.outcome() == Outcome.WON -> Optional.of(TransferCause.CLOSED_WON);
            case Closed _, ReversalRequested _, CloseReversed _, DealReopened _, DealMerged _ -> Optional.empty();
        };
    }

    private static Responsibility changed(Responsibility before, ResponsibilityEvent event, StoryFact fact) {
        return switch (event) {
            case AccountabilityFact accountability -> changed(before, accountability, fact);
            case AssignmentFact _, OfferFact _ -> before;
        };
    }

    private static Responsibility changed(Responsibility before, AccountabilityFact event, StoryFact fact) {
        return switch (event) {
            case ResponsibilityOpened(var holder) ->
                before.then(new Holding(
                        fact.deal(), 0, holder, null, fact.occurredAt(), fact.recordedAt(), null, null, null));
            case ResponsibilityReopened(var holder, var epoch, var _) ->
                before.again(new Holding(
                        fact.deal(), epoch, holder, null, fact.occurredAt(), fact.recordedAt(), null, null, null));
            case ResponsibilityTransferred transferred -> before.then(taken(before, transferred, fact));
            case ResponsibilityEnded ended -> before.end(fact.occurredAt(), fact.recordedAt(), ended.cause());
        };
    }

    private static Holding taken(Responsibility before, ResponsibilityTransferred event, StoryFact fact) {
        Holding.Taking taking = new Holding.Taking(
                event.cause(),
                event.acceptance(),
                event.offer(),
                event.by(),
                before.asked().get(event.cause()),
                event.credit());
        return new Holding(
                fact.deal(), event.epoch(), event.to(), taking, fact.occurredAt(), fact.recordedAt(), null, null, null);
    }
}
