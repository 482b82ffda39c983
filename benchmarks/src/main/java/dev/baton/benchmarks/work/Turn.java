package dev.baton.benchmarks.work;

import org.jspecify.annotations.Nullable;

/// What a contender did in its turn.
///
/// @param done commands acknowledged, or events in the rebuilt read model
/// @param failed commands that ended in an exception: they may be in the table or not
/// @param failure the first exception
public record Turn(
        long done,
        long failed,
        double seconds,
        double p50,
        double p99,
        double longest,
        @Nullable String failure) {

    public double rate() {
        return done / seconds;
    }
}
