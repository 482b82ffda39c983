package dev.baton.projections.fact;

/// A line of one deal's story, whichever service tells it.
public sealed interface StoryFact extends Fact permits DealFact, ResponsibilityFact {

    default String deal() {
        return envelope().subject();
    }

    @Override
    default String key() {
        return deal();
    }
}
