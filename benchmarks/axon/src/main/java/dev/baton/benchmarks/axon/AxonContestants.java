package dev.baton.benchmarks.axon;

import dev.baton.benchmarks.work.Contestants;
import dev.baton.benchmarks.work.Worker;
import java.util.Arrays;
import java.util.Map;

/// Axon twice, and its processor.
public final class AxonContestants {
    static final Contestants ALL = new Contestants(
            Map.of(
                    "axon", place -> AxonAppending.start(AsItComes.class, place, AsItComes.SETTINGS),
                    "axon-tuned", place -> AxonAppending.start(Tuned.class, place, Tuned.SETTINGS)),
            Map.of("axon-processor", AxonReplaying::new));

    private AxonContestants() {}

    public static void main(String[] arguments) throws Exception {
        Worker.run(ALL, Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
