package dev.baton.deal.lifecycle;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a decision needs besides the deal itself.
///
/// @param pipeline the version that the deal began with, or for a new lead the newest; absent when there is none
/// @param epoch the holding under which the actor believes to act, when they say so
public record DealContext(
        Instant now,
        Actor actor,
        @Nullable Pipeline pipeline,
        @Nullable Integer epoch) {

    Pipeline rules() {
        if (pipeline == null) {
            throw new IllegalStateException("a known deal has a pipeline");
        }
        return pipeline;
    }

    Duration clockSkew() {
        return pipeline == null ? Pipeline.USUAL_CLOCK_SKEW : pipeline.clockSkew();
    }
}
