package dev.baton.projections.close;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.NegotiationEvent.NegotiationOpened;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.responsibility.AccountabilityFact;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact;
import dev.baton.contract.responsibility.OfferFact;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.projections.fact.DealFact;
import dev.baton.projections.fact.ResponsibilityFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import org.jspecify.annotations.Nullable;

/// What a close is judged by: how it ended, what it was worth, how long it took and whose it was.
public final class DealCloseFold implements Fold<StoryFact, DealClose> {
    private static final int FIRST_ATTEMPT = 1;

    @Override
    public DealClose apply(@Nullable DealClose before, StoryFact fact) {
        if (before == null) {
            return begin(fact);
        }
        return switch (fact) {
            case DealFact(var envelope, var event) -> moved(before, event, fact);
            case ResponsibilityFact(var envelope, var event) -> before.credited(credit(before, event, fact));
        };
    }

    private static DealClose begin(StoryFact fact) {
        if (fact instanceof DealFact first && first.event() instanceof LeadFound found) {
            return new DealClose(
                    fact.deal(),
                    FIRST_ATTEMPT,
                    new DealClose.Subject(found.territory(), found.product()),
                    fact.occurredAt(),
                    null,
                    found.value(),
                    found.holder() == null ? Credit.NOBODY_YET : new Credit(found.holder()),
                    null);
        }
        throw new IllegalStateException(
                fact.envelope().type() + " is the first fact of deal " + fact.deal() + ", expected that it was found");
    }

    private static DealClose moved(DealClose before, DealEvent event, StoryFact fact) {
        return switch (event) {
            case LeadFound _ -> throw new IllegalStateException("deal " + before.deal() + " is found twice");
            case LeadQualified qualified -> before.qualified(fact.occurredAt()).worth(qualified.value());
            case Negotiated negotiated -> before.worth(negotiated.value());
            case Closed closed -> before.worth(closed.value()).closed(ending(closed, fact));
            case LeadDisqualified _, NegotiationOpened _ -> before;
            case HandoverRequested _, HandedToSupport _, HolderRecognised _ -> before;
        };
    }

    private static DealClose.Ending ending(Closed closed, StoryFact fact) {
        return new DealClose.Ending(
                closed.outcome(), fact.occurredAt(), fact.recordedAt(), closed.reason(), closed.competitor());
    }

    private static Credit credit(DealClose before, ResponsibilityEvent event, StoryFact fact) {
        return switch (event) {
            case AccountabilityFact accountability -> credit(before, accountability, fact);
            case AssignmentFact _, OfferFact _ -> before.credit();
        };
    }

    private static Credit credit(DealClose before, AccountabilityFact event, StoryFact fact) {
        return switch (event) {
            case ResponsibilityOpened(Holder holder) -> credit(before, holder, fact);
            case ResponsibilityTransferred transferred -> credit(before, transferred.to(), fact);
            case ResponsibilityEnded _ -> before.credit();
        };
    }

    private static Credit credit(DealClose before, Holder holder, StoryFact fact) {
        return before.credit().heldFrom(fact.occurredAt(), holder, before.closedAt());
    }
}
