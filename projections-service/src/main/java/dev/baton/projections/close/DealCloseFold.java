package dev.baton.projections.close;

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
import dev.baton.projections.fact.DealFact;
import dev.baton.projections.fact.ResponsibilityFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a close is judged by: how it ended, what it was worth and how long it took. Whose it was is asked of the
/// holdings, since they may be told before it or after it.
public final class DealCloseFold implements Fold<StoryFact, DealClose> {
    private static final int FIRST_ATTEMPT = 1;

    /// Only the deal's own events close it.
    public static Optional<String> key(StoryFact fact) {
        return fact instanceof DealFact ? Optional.of(fact.deal()) : Optional.empty();
    }

    @Override
    public DealClose apply(@Nullable DealClose before, StoryFact fact) {
        if (before == null) {
            return begin(fact);
        }
        return switch (fact) {
            case DealFact(var envelope, var event) -> moved(before, event, fact);
            case ResponsibilityFact _ -> before;
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
}
