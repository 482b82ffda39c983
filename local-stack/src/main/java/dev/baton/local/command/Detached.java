package dev.baton.local.command;

import dev.baton.local.LocalStack;
import dev.baton.local.process.JavaCommand;
import dev.baton.local.process.LogFile;
import dev.baton.local.process.Programs;
import dev.baton.local.state.DataDirectory;
import dev.baton.local.state.Phase;
import dev.baton.local.state.StackState;
import dev.baton.local.state.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A supervisor in the background, and somebody in the foreground who repeats what it says until
/// everything is ready.
record Detached(DataDirectory data, boolean ground) {
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    int start() throws IOException, InterruptedException {
        Optional<StackState> running = state().filter(StackState::supervised);
        if (running.isPresent()) {
            return follow(running.get().supervisor().pid(), Files.size(log()));
        }
        Files.writeString(log(), "", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        long from = Files.size(log());
        return follow(supervisor().pid(), from);
    }

    private Process supervisor() throws IOException {
        List<String> command = new ArrayList<>(List.of("nohup", JavaCommand.java()));
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.add("-Dbaton.home=" + DataOption.home());
        command.addAll(new Programs(DataOption.home(), data.runtime(), LocalStack.class).self());
        command.addAll(List.of("up", "--data", data.root().toString()));
        if (ground) {
            command.add("--ground");
        }
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(new LogFile(log()).redirect())
                .start();
    }

    private int follow(long supervisor, long from) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        long shown = from;
        while (Instant.now().isBefore(deadline)) {
            boolean alive =
                    ProcessHandle.of(supervisor).map(ProcessHandle::isAlive).orElse(false);
            boolean ready = ready(supervisor);
            shown = show(shown);
            if (ready) {
                return 0;
            }
            if (!alive) {
                return give("the supervisor ended");
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return give("not ready after " + PATIENCE.toMinutes() + " minutes; it goes on trying");
    }

    private boolean ready(long supervisor) throws IOException {
        return state().filter(state -> state.supervisor().pid() == supervisor)
                .filter(state -> state.phase() == Phase.READY)
                .isPresent();
    }

    private int give(String reason) {
        System.err.println("baton: " + reason + "; see " + log());
        return 1;
    }

    private Optional<StackState> state() throws IOException {
        return new StateFile(data.stateFile()).read();
    }

    private Path log() {
        return data.log("supervisor");
    }

    private long show(long from) throws IOException {
        byte[] all = Files.readAllBytes(log());
        int start = (int) Math.min(from, all.length);
        System.out.write(all, start, all.length - start);
        System.out.flush();
        return all.length;
    }
}
