package dev.baton.projections.fact;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.responsibility.ResponsibilityEvent;

/// What happened to the responsibility for the deal.
public record ResponsibilityFact(EventEnvelope envelope, ResponsibilityEvent event) implements StoryFact {}
