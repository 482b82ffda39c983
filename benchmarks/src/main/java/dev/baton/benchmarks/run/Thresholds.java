package dev.baton.benchmarks.run;

/// Beyond which a round is disturbed.
///
/// @param fsyncDrift the fastest probe of a round over its slowest
/// @param foreign share of all processors that neither the contender, its PostgreSQL nor the runner
///     used, in a turn or between two; time that the host took away counts
/// @param disturbedShare of the rounds that a verdict bears
public record Thresholds(double fsyncDrift, double foreign, double disturbedShare) {
    public static final Thresholds USUAL = new Thresholds(2.0, 0.2, 0.2);
}
