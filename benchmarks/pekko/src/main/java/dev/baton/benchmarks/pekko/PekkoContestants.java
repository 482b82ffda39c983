package dev.baton.benchmarks.pekko;

import dev.baton.benchmarks.work.Contestants;
import dev.baton.benchmarks.work.Worker;
import java.util.Arrays;
import java.util.Map;

/// Apache Pekko.
public final class PekkoContestants {
    static final Contestants ALL =
            new Contestants(Map.of("pekko", PekkoAppending::start), Map.of("pekko-projection", PekkoReplaying::new));

    private PekkoContestants() {}

    public static void main(String[] arguments) throws Exception {
        Worker.run(ALL, Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
