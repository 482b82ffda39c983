package dev.baton.local.command;

import dev.baton.local.LocalStack;
import dev.baton.local.process.Programs;
import dev.baton.local.state.DataDirectory;
import dev.baton.local.state.DataLock;
import dev.baton.local.state.StackState;
import dev.baton.local.state.StateFile;
import dev.baton.local.supervisor.Announcement;
import dev.baton.local.supervisor.Preparation;
import dev.baton.local.supervisor.Supervisor;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Starts the stack and, unless it is to go on by itself, stays with it until Ctrl-C.
@Command(
        name = "up",
        description =
                "Starts PostgreSQL, Kafka, a local OIDC issuer and the three services, each a process of its own, "
                        + "and starts again what dies. Ctrl-C, or `baton down`, stops everything in order.")
public final class UpCommand implements Callable<Integer> {
    @Mixin
    DataOption data = new DataOption();

    @Mixin
    HelpOption help = new HelpOption();

    @Option(names = "--detach", description = "Return when everything is ready; it goes on by itself.")
    boolean detach;

    @Option(names = "--ground", hidden = true, description = "Only PostgreSQL, Kafka and the issuer.")
    boolean ground;

    @Override
    public Integer call() throws IOException, InterruptedException {
        DataDirectory directory = data.directory().create();
        return detach ? new Detached(directory, ground).start() : supervise(directory);
    }

    private int supervise(DataDirectory directory) throws IOException, InterruptedException {
        Optional<DataLock> lock = DataLock.tryAcquire(directory);
        if (lock.isEmpty()) {
            return alreadyUp(directory);
        }
        Programs programs = new Programs(DataOption.home(), directory.runtime(), LocalStack.class);
        Preparation preparation = new Preparation(directory, programs, System.out);
        Supervisor supervisor = ground ? preparation.groundAlone() : preparation.wholeStack();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor), "stop"));
        supervisor.start();
        supervisor.serve();
        return 0;
    }

    private static void stop(Supervisor supervisor) {
        try {
            supervisor.stop();
        } catch (InterruptedException cannotHappenInAHook) {
            Thread.currentThread().interrupt();
        }
    }

    static int alreadyUp(DataDirectory directory) throws IOException {
        Optional<StackState> state = new StateFile(directory.stateFile()).read();
        System.out.println("Baton runs already on " + directory.root() + ".");
        state.filter(StackState::healthy).map(Announcement::of).ifPresent(System.out::println);
        return 0;
    }
}
