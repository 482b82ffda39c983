package dev.baton.projections.deal;

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
                    Progress.begunBy(first));
        }
        throw new IllegalStateException(
                fact.envelope().type() + " is the first fact of deal " + fact.deal() + ", expected that it was found");
    }

    private static DealCurrent moved(DealCurrent before, DealEvent event, StoryFact fact) {
        DealCurrent moved = DealState.enteredBy(event)
                .map(state -> before.enter(state, fact.occurredAt()))
                .orElse(before);
        return switch (event) {
            case LeadFound _ -> throw new IllegalStateException("deal " + before.deal() + " is found twice");
            case LeadQualified qualified -> moved.worth(qualified.value());
            case LeadDisqualified disqualified -> moved.because(disqualified.reason(), null);
            case NegotiationOpened _ -> moved;
            case Negotiated negotiated -> moved.worth(negotiated.value());
            case Closed closed -> moved.worth(closed.value()).because(closed.reason(), closed.competitor());
            case HandoverRequested _ -> moved;
            case HandedToSupport _ -> moved;
            case HolderRecognised _ -> moved;
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
            case ResponsibilityTransferred transferred -> before.heldBy(transferred.to(), transferred.epoch());
            case ResponsibilityEnded _ -> before.ended();
        };
    }
}
