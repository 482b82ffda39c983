package dev.baton.projections.fact;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.deal.DealEvent;

/// What happened to the deal itself.
public record DealFact(EventEnvelope envelope, DealEvent event) implements StoryFact {}
