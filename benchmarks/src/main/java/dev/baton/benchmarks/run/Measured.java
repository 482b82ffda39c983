package dev.baton.benchmarks.run;

import dev.baton.benchmarks.probe.Probe;
import dev.baton.benchmarks.work.Turn;
import java.util.OptionalDouble;

/// One turn and its circumstances.
///
/// @param jvm processor seconds of the contender's JVM
/// @param postgres processor seconds of PostgreSQL, where they are measured
/// @param foreign share of all processors that others used during the turn
record Measured(
        Contestant contestant,
        int round,
        int callers,
        Turn turn,
        double jvm,
        OptionalDouble postgres,
        OptionalDouble foreign,
        Probe before,
        Probe after) {

    double jvmMicros() {
        return jvm * 1e6 / Math.max(1, turn.done());
    }

    OptionalDouble postgresMicros() {
        return postgres.isPresent()
                ? OptionalDouble.of(postgres.getAsDouble() * 1e6 / Math.max(1, turn.done()))
                : postgres;
    }

    double mostForeign() {
        return Math.max(
                foreign.orElse(0),
                Math.max(before.background().orElse(0), after.background().orElse(0)));
    }
}
