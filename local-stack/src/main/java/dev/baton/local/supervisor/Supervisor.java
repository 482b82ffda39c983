package dev.baton.local.supervisor;

import dev.baton.local.process.LogFile;
import dev.baton.local.state.DataDirectory;
import dev.baton.local.state.Phase;
import dev.baton.local.state.ProcessState;
import dev.baton.local.state.StackState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Starts the whole stack in order, keeps it alive, and stops it in the opposite order.
public final class Supervisor {
    private static final long LOG_CARE_SECONDS = 10;

    private final DataDirectory data;
    private final Board board;
    private final List<Keeper> ground;
    private final List<Keeper> services;
    private final CountDownLatch end = new CountDownLatch(1);

    Supervisor(DataDirectory data, Board board, List<Part> ground, List<Part> services) {
        this.data = data;
        this.board = board;
        this.ground = keepers(ground);
        this.services = keepers(services);
    }

    private List<Keeper> keepers(List<Part> parts) {
        return parts.stream().map(part -> new Keeper(part, board)).toList();
    }

    /// Returns when everything is ready.
    public void start() throws InterruptedException {
        startAll(ground);
        startAll(services);
        board.phase(Phase.READY);
        board.say(Announcement.of(board.state()));
    }

    private static void startAll(List<Keeper> keepers) throws InterruptedException {
        keepers.forEach(Keeper::start);
        for (Keeper keeper : keepers) {
            keeper.awaitReady();
        }
    }

    /// Looks after the logs until the stack is stopped.
    public void serve() throws InterruptedException {
        while (!end.await(LOG_CARE_SECONDS, TimeUnit.SECONDS)) {
            board.state().processes().stream()
                    .map(ProcessState::name)
                    .map(data::log)
                    .forEach(log -> new LogFile(log).keepSmall());
            new LogFile(data.log("supervisor")).keepSmall();
        }
    }

    /// Stops the services, then what they stand on.
    public void stop() throws InterruptedException {
        board.phase(Phase.STOPPING);
        stopAll(services);
        stopAll(ground);
        board.phase(Phase.STOPPED);
        end.countDown();
    }

    public StackState state() {
        return board.state();
    }

    private void stopAll(List<Keeper> keepers) throws InterruptedException {
        List<Thread> stopping = new ArrayList<>();
        for (Keeper keeper : keepers) {
            stopping.add(Thread.ofVirtual().start(() -> stop(keeper)));
        }
        for (Thread thread : stopping) {
            thread.join();
        }
    }

    private void stop(Keeper keeper) {
        try {
            keeper.stop();
        } catch (IOException | InterruptedException failure) {
            board.say("could not stop a process in order: " + failure.getMessage());
        }
    }
}
