package dev.baton.benchmarks.visible;

import java.nio.file.Path;

/// From a POST until the deal is in the read model, beside a bare append, publish and read.
public final class UntilVisible {
    private UntilVisible() {}

    /// @param data the data directory of the running stack
    /// @return the report
    /// @throws Stack.NotRunning when nothing runs there
    public static String measure(Path data, int rounds, int events) throws Exception {
        Stack stack = Stack.of(data);
        try (Contender bare = new BareEvent(stack);
                Contender baton = new PostUntilVisible(stack)) {
            return Rounds.run(bare, baton, rounds, events).report();
        }
    }
}
