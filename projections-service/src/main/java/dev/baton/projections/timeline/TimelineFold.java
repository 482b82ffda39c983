package dev.baton.projections.timeline;

import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import org.jspecify.annotations.Nullable;

/// Every fact is told, in the order in which it arrived.
public final class TimelineFold implements Fold<StoryFact, Timeline> {

    @Override
    public Timeline apply(@Nullable Timeline before, StoryFact fact) {
        Timeline told = before == null ? Timeline.of(fact.deal(), 0) : before;
        return told.and(TimelineEntry.of(fact, told.length() + 1));
    }
}
