package dev.baton.local.command;

import dev.baton.local.state.ProcessIdentity;
import dev.baton.local.state.StackState;
import dev.baton.local.state.StateFile;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Stays until a detached stack ends.
@Command(name = "attach", hidden = true, description = "Waits until the stack is stopped.")
public final class AttachCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Override
    public Integer call() throws IOException {
        Optional<ProcessHandle> supervisor = new StateFile(data.directory().stateFile())
                .read()
                .map(StackState::supervisor)
                .flatMap(ProcessIdentity::running);
        supervisor.ifPresent(process -> process.onExit().join());
        return 0;
    }
}
