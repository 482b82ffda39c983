package dev.baton.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures the running system beside the limit of the machine that it runs on.
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "POST until visible in the read model, beside a bare append, publish and read of the same event.")
public final class Benchmarks implements Callable<Integer> {

    @Option(names = "--data", description = "data directory of the running stack (default: ./data)")
    Path data = Path.of(System.getProperty("baton.home", "."), "data");

    @Option(names = "--rounds", description = "rounds, each contender once per round (default: ${DEFAULT-VALUE})")
    int rounds = 5;

    @Option(names = "--events", description = "events per contender and round (default: ${DEFAULT-VALUE})")
    int events = 200;

    public static void main(String[] args) {
        System.exit(new CommandLine(new Benchmarks()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        try {
            System.out.println(measured(Stack.of(data)).report());
            return 0;
        } catch (Stack.NotRunning absent) {
            System.err.println(absent.getMessage());
            return 2;
        }
    }

    private Rounds measured(Stack stack) throws Exception {
        try (Contender bare = new BareEvent(stack);
                Contender baton = new PostUntilVisible(stack)) {
            return Rounds.run(bare, baton, rounds, events);
        }
    }
}
