package dev.baton.projections.support;

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
import dev.baton.contract.deal.ProgressEvent;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ServiceEvent;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.CommitmentBreached;
import dev.baton.contract.deal.ServiceEvent.CommitmentFulfilled;
import dev.baton.contract.deal.ServiceEvent.CommitmentMade;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.OnboardingStarted;
import dev.baton.contract.deal.ServiceEvent.RenewalScheduled;
import dev.baton.contract.deal.ServiceEvent.ReturnBusinessRaised;
import dev.baton.contract.deal.ServiceEvent.SatisfactionRecorded;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.SlaEvent;
import dev.baton.contract.deal.SupportEvent;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.projections.fact.DealFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a customer's deal came to after it was won. Customers, who have several deals, are a view over these rows.
public final class SupportFold implements Fold<StoryFact, Support> {

    /// The deal's own events, and of them those that concern support.
    public static Optional<String> key(StoryFact fact) {
        return fact instanceof DealFact(var envelope, var event) && concerns(event)
                ? Optional.of(fact.deal())
                : Optional.empty();
    }

    private static boolean concerns(DealEvent event) {
        return switch (event) {
            case ProspectingEvent lead -> lead instanceof LeadFound;
            case SupportEvent handover -> handover instanceof HandedToSupport;
            case ProgressEvent note -> note instanceof DealCorrected;
            case ClosingEvent _, ServiceEvent _ -> true;
            case NegotiationEvent _,
                    TermsEvent _,
                    ConsultationEvent _,
                    HoldEvent _,
                    SlaEvent _,
                    AccountabilityEvent _ -> false;
        };
    }

    @Override
    public Support apply(@Nullable Support before, StoryFact fact) {
        DealEvent event = ((DealFact) fact).event();
        if (event instanceof LeadFound found) {
            return new Support(SupportDeal.found(fact.deal(), found, fact.occurredAt()), Map.of(), Map.of());
        }
        if (before == null) {
            throw new IllegalStateException(
                    fact.envelope().type() + " is the first fact of deal " + fact.deal() + " that concerns support");
        }
        return switch (event) {
            case ClosingEvent closing -> closed(before, closing, fact.occurredAt());
            case ServiceEvent service -> served(before, service, fact.occurredAt());
            case SupportEvent _ -> before.change(deal -> deal.handed(fact.occurredAt()));
            case DealCorrected correction -> before.change(deal -> deal.of(correction.customer()));
            case ProspectingEvent _,
                    NegotiationEvent _,
                    TermsEvent _,
                    ConsultationEvent _,
                    HoldEvent _,
                    ProgressEvent _,
                    SlaEvent _,
                    AccountabilityEvent _ -> before;
        };
    }

    private static Support closed(Support before, ClosingEvent event, Instant at) {
        return switch (event) {
            case Closed closed -> before.change(deal -> deal.won(closed.outcome() == Outcome.WON ? at : null));
            case CloseReversed _ ->
                before.change(deal -> deal.won(null).handed(null)).voided(at);
            case ReversalRequested _, DealReopened _, DealMerged _ -> before;
        };
    }

    private static Support served(Support before, ServiceEvent event, Instant at) {
        return switch (event) {
            case OnboardingStarted _ -> before.change(deal -> deal.onboarding(new SupportDeal.Onboarding(at, null)));
            case OnboardingCompleted _ ->
                before.change(deal -> deal.onboarding(
                        new SupportDeal.Onboarding(deal.onboarding().started(), at)));
            case CommitmentMade made ->
                before.with(new Commitment(
                        before.deal().deal(), made.commitment(), made.what(), at, made.due(), null, null, null));
            case CommitmentFulfilled fulfilled -> before.commitment(fulfilled.commitment(), it -> it.fulfilledAt(at));
            case CommitmentBreached breached -> before.commitment(breached.commitment(), it -> it.breachedAt(at));
            case CaseOpened opened ->
                before.with(new SupportCase(
                        before.deal().deal(), opened.ticket(), opened.subject(), opened.priority(), at, null));
            case CaseResolved resolved -> before.ticket(resolved.ticket(), it -> it.resolvedAt(at));
            case SatisfactionRecorded recorded -> before.change(deal -> deal.scored(recorded.score()));
            case RenewalScheduled scheduled -> before.change(deal -> deal.renewal(scheduled.on()));
            // The new deal's row says where it comes from.
            case ReturnBusinessRaised _ -> before;
            case ServiceEnded ended ->
                before.change(deal -> deal.ended(at, ended)).voided(at);
        };
    }
}
