package dev.baton.projections.timeline;

import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Fold;
import org.jspecify.annotations.Nullable;

/// Every fact is told; in which order they arrived does not show.
public final class TimelineFold implements Fold<StoryFact, Timeline> {

    @Override
    public Timeline apply(@Nullable Timeline before, StoryFact fact) {
        Timeline told = before == null ? Timeline.of(fact.deal()) : before;
        return told.and(TimelineEntry.of(fact));
    }
}
