package dev.baton.benchmarks;

import dev.baton.benchmarks.work.Worker;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Measures Baton beside the limit of the machine and beside its peers.
@Command(name = "baton", description = "Measures Baton.", subcommands = BenchCommand.class)
public final class Benchmarks {
    private static final String WORKER = "worker";

    private Benchmarks() {}

    /// `worker …` is how a run starts the plain contenders.
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0 && arguments[0].equals(WORKER)) {
            Worker.run(PlainContestants.ALL, Arrays.copyOfRange(arguments, 1, arguments.length));
        } else {
            System.exit(new CommandLine(new Benchmarks())
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .execute(arguments));
        }
    }
}
