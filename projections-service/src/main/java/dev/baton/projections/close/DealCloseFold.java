package dev.baton.projections.close;

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
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.projections.fact.DealFact;
import dev.baton.projections.fact.ResponsibilityFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a close is judged by: how it ended, what it was worth and how long it took. Whose it was is asked of the
/// holdings, since they may be told before it or after it.
public final class DealCloseFold implements Fold<StoryFact, DealCloses> {
    private static final int FIRST_ATTEMPT = 1;

    /// Only the deal's own events close it.
    public static Optional<String> key(StoryFact fact) {
        return fact instanceof DealFact ? Optional.of(fact.deal()) : Optional.empty();
    }

    @Override
    public DealCloses apply(@Nullable DealCloses before, StoryFact fact) {
        if (before == null) {
            return begin(fact);
        }
        return switch (fact) {
            case DealFact(var envelope, var event) -> moved(before, event, fact);
            case ResponsibilityFact _ -> before;
        };
    }

    private static DealCloses begin(StoryFact fact) {
        if (fact instanceof DealFact first && first.event() instanceof LeadFound found) {
            return new DealCloses(List.of(new DealClose(
                    fact.deal(),
                    FIRST_ATTEMPT,
                    new DealClose.Subject(found.territory(), found.product()),
                    fact.occurredAt(),
                    null,
                    null,
                    found.value(),
                    null)));
        }
        throw new IllegalStateException(
                fact.envelope().type() + " is the first fact of deal " + fact.deal() + ", expected that it was found");
    }

    private static DealCloses moved(DealCloses before, DealEvent event, StoryFact fact) {
        return switch (event) {
            case ProspectingEvent lead -> before.changed(now -> moved(now, lead, fact));
            case NegotiationEvent talk -> before.changed(now -> moved(now, talk, fact));
            case ClosingEvent close -> moved(before, close, fact);
            case ProgressEvent note -> moved(before, note);
            case TermsEvent _, ConsultationEvent _, SupportEvent _, ServiceEvent _ -> before;
            case HoldEvent _, SlaEvent _, AccountabilityEvent _ -> before;
        };
    }

    private static DealClose moved(DealClose before, ProspectingEvent event, StoryFact fact) {
        return switch (event) {
            case LeadFound _ -> throw new IllegalStateException("deal " + before.deal() + " is found twice");
            case LeadQualified qualified -> before.qualified(fact.occurredAt(), qualified.value());
            case LeadReturned _ -> before.returned();
            case LeadDisqualified _, LeadRecycled _, NurtureDue _ -> before;
        };
    }

    private static DealClose moved(DealClose before, NegotiationEvent event, StoryFact fact) {
        return switch (event) {
            case Negotiated agreed -> before.agreed(fact.occurredAt(), agreed.value());
            case TermsReopened _ -> before.reopened();
            case NegotiationOpened _ -> before;
        };
    }

    private static DealCloses moved(DealCloses before, ClosingEvent event, StoryFact fact) {
        return switch (event) {
            case Closed closed ->
                before.changed(now -> now.worth(closed.value()).closed(ending(closed, fact)));
            case CloseReversed reversed -> before.changed(now -> reversed(now, reversed, fact));
            case DealReopened again ->
                before.again(
                        again.attempt(),
                        again.stage() == Stage.PROSPECTING ? null : before.now().qualified());
            case ReversalRequested _, DealMerged _ -> before;
        };
    }

    /// A win that was none is no close; a client who cancels has lost the deal at that moment.
    private static DealClose reversed(DealClose now, CloseReversed reversed, StoryFact fact) {
        return switch (reversed.kind()) {
            case BOOKED_IN_ERROR -> now.reopened();
            case CLIENT_CANCELLED -> now.closed(cancelled(now.ending(), reversed, fact));
        };
    }

    private static DealCloses moved(DealCloses before, ProgressEvent event) {
        return switch (event) {
            case ForecastRevised revised -> before.changed(now -> now.worth(revised.value()));
            case DealCorrected correction ->
                before.about(about(before.now().subject(), correction)).changed(now -> now.worth(correction.value()));
            case NextStepSet _, ForecastSubmitted _, ForecastAdjusted _, InteractionLogged _, RuleOverridden _ ->
                before;
        };
    }

    private static DealClose.Subject about(DealClose.Subject known, DealCorrected correction) {
        return new DealClose.Subject(
                correction.territory() == null ? known.territory() : correction.territory(),
                correction.product() == null ? known.product() : correction.product());
    }

    private static DealClose.Ending cancelled(DealClose.@Nullable Ending won, CloseReversed reversed, StoryFact fact) {
        return new DealClose.Ending(
                Outcome.LOST,
                fact.occurredAt(),
                fact.recordedAt(),
                reversed.kind().name(),
                null,
                won == null ? null : won.rate());
    }

    private static DealClose.Ending ending(Closed closed, StoryFact fact) {
        return new DealClose.Ending(
                closed.outcome(),
                fact.occurredAt(),
                fact.recordedAt(),
                closed.reason(),
                closed.competitor(),
                closed.rate());
    }
}
