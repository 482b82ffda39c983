package dev.baton.deal.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What a decision needs besides the deal itself.
///
/// @param pipeline the version that the deal began with, or for a new lead the newest; absent when there is none
/// @param epoch the holding under which the actor believes to act, when they say so
/// @param surroundings what may be looked up
public record DealContext(
        Instant now,
        Actor actor,
        @Nullable Pipeline pipeline,
        @Nullable Integer epoch,
        Surroundings surroundings) {

    public DealContext(Instant now, Actor actor, @Nullable Pipeline pipeline, @Nullable Integer epoch) {
        this(now, actor, pipeline, epoch, Surroundings.NONE);
    }

    Pipeline rules() {
        if (pipeline == null) {
            throw new IllegalStateException("a known deal has a pipeline");
        }
        return pipeline;
    }

    Duration clockSkew() {
        return pipeline == null ? Pipeline.USUAL_CLOCK_SKEW : pipeline.clockSkew();
    }

    /// The working time in which the pipeline counts promises to customers.
    TeamCalendar calendar() {
        return surroundings.calendar(rules().service().team());
    }

    /// In the pipeline's zone.
    LocalDate today() {
        return LocalDate.ofInstant(now, rules().limits().zone());
    }

    /// A day has come with its first moment in the pipeline's zone.
    boolean hasCome(LocalDate day) {
        return !today().isBefore(day);
    }
}
