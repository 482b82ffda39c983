package dev.baton.local.process;

import dev.baton.local.state.DataDirectory;
import dev.baton.local.state.StackState;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Processes that a killed supervisor left behind: the recorded ones that still run, and any that
/// name this data directory on their command line.
public final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Orphans() {}

    public static List<ProcessHandle> find(DataDirectory data, Optional<StackState> recorded) {
        return Stream.concat(recorded.stream().flatMap(StackState::running), named(data))
                .filter(found -> found.pid() != ProcessHandle.current().pid())
                .distinct()
                .toList();
    }

    private static Stream<ProcessHandle> named(DataDirectory data) {
        String mark = JavaCommand.OWNER + data.root();
        return ProcessHandle.allProcesses().filter(candidate -> hasArgument(candidate, mark));
    }

    private static boolean hasArgument(ProcessHandle process, String argument) {
        return process.info()
                .arguments()
                .map(arguments -> Arrays.asList(arguments).contains(argument))
                .orElse(false);
    }

    /// Asks all of them to stop, and kills those that do not.
    public static void stop(List<ProcessHandle> orphans) throws InterruptedException {
        orphans.forEach(ProcessHandle::destroy);
        for (ProcessHandle orphan : orphans) {
            Ending.await(orphan, PATIENCE);
        }
    }
}
