package dev.baton.axon.kafka;

/// A fence cannot be reached: records that should be on the topic do not come.
public final class StandingStill extends IllegalStateException {
    StandingStill(String message) {
        super(message);
    }
}
