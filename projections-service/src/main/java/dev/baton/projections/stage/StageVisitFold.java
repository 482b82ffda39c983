package dev.baton.projections.stage;

import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.DealEvent;
import dev.baton.projections.deal.DealState;
import dev.baton.projections.fact.DealFact;
import dev.baton.projections.fact.ResponsibilityFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A state that is entered ends the visit before it, at the same moment.
public final class StageVisitFold implements Fold<StoryFact, StageVisits> {
    /// Only the deal's own events move it.
    public static Optional<String> key(StoryFact fact) {
        return fact instanceof DealFact ? Optional.of(fact.deal()) : Optional.empty();
    }

    @Override
    public StageVisits apply(@Nullable StageVisits before, StoryFact fact) {
        StageVisits visits = before == null ? StageVisits.NONE : before;
        return switch (fact) {
            case DealFact(var envelope, var event) ->
                DealState.enteredBy(event, visits.now())
                        .map(state -> visits.then(entered(state, visits, event, fact)))
                        .orElse(visits);
            case ResponsibilityFact _ -> visits;
        };
    }

    private static StageVisit entered(DealState state, StageVisits visits, DealEvent event, StoryFact fact) {
        int attempt = event instanceof DealReopened reopened ? reopened.attempt() : visits.attempt();
        return new StageVisit(
                fact.deal(), visits.nextVisit(), attempt, state, fact.occurredAt(), fact.recordedAt(), null, null);
    }
}
