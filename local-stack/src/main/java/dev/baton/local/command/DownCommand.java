package dev.baton.local.command;

import dev.baton.local.process.Ending;
import dev.baton.local.process.Orphans;
import dev.baton.local.state.DataDirectory;
import dev.baton.local.state.StackState;
import dev.baton.local.state.StateFile;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Stops the stack, also one whose supervisor was killed.
@Command(name = "down", description = "Stops everything in order. What is already stopped is no error.")
public final class DownCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataDirectory directory = data.directory();
        Optional<StackState> state = new StateFile(directory.stateFile()).read();
        Optional<ProcessHandle> supervisor = state.filter(StackState::supervised)
                .flatMap(recorded -> recorded.supervisor().running());
        if (supervisor.isPresent()) {
            supervisor.get().destroy();
            Ending.await(supervisor.get(), PATIENCE);
        }
        List<ProcessHandle> orphans = Orphans.find(directory, state);
        Orphans.stop(orphans);
        System.out.println(supervisor.isPresent() || !orphans.isEmpty() ? "Baton is down." : "Baton was not up.");
        return 0;
    }
}
