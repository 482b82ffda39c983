package dev.baton.axon.postgres.conformance;

/// The whole suite. An engine's test class implements it and has nothing to say but which engine.
public interface LogConformance extends Ordering, Uniqueness, FailingAlone, Acknowledging, Tailing, TakingBack, Sizes {}
