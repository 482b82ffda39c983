package dev.baton.local.supervisor;

import dev.baton.local.process.Backoff;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Keeps one process alive: starts it, watches it, starts it again when it dies, until told to stop.
final class Keeper implements Runnable {
    private static final Duration LOOK_WHILE_STARTING = Duration.ofMillis(250);
    private static final Duration LOOK_WHILE_UP = Duration.ofSeconds(2);

    private final Part part;
    private final Board board;
    private final CountDownLatch firstReady = new CountDownLatch(1);
    private final Thread thread;
    private volatile boolean stopping;
    private volatile @Nullable ProcessHandle current;

    Keeper(Part part, Board board) {
        this.part = part;
        this.board = board;
        this.thread = new Thread(this, "keeper-" + part.name());
    }

    void start() {
        thread.start();
    }

    /// Waits until the process was ready once.
    void awaitReady() throws InterruptedException {
        firstReady.await();
    }

    @Override
    public void run() {
        Backoff backoff = Backoff.none();
        while (!stopping) {
            Instant born = Instant.now();
            live(born);
            backoff = backoff.afterLiving(Duration.between(born, Instant.now()));
            rest(backoff.delay());
        }
    }

    private void live(Instant born) {
        try {
            ProcessHandle process = part.start();
            current = process;
            board.started(part, process);
            watch(process, born);
        } catch (IOException | SQLException failure) {
            board.failed(part, failure);
        } catch (InterruptedException stopped) {
            // the loop ends, since only stop() interrupts
        }
    }

    private void watch(ProcessHandle process, Instant born) throws InterruptedException {
        boolean ready = false;
        while (!stopping && !ended(process, ready ? LOOK_WHILE_UP : LOOK_WHILE_STARTING)) {
            ready = part.ready();
            tell(ready, born);
        }
    }

    private void tell(boolean ready, Instant born) {
        if (stopping) {
            return;
        }
        if (ready) {
            board.ready(part, Duration.between(born, Instant.now()));
            firstReady.countDown();
        } else {
            board.notReady(part);
        }
    }

    private static boolean ended(ProcessHandle process, Duration wait) throws InterruptedException {
        try {
            process.onExit().get(wait.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException running) {
            return false;
        } catch (ExecutionException impossible) {
            return !process.isAlive();
        }
    }

    private void rest(Duration pause) {
        if (stopping) {
            return;
        }
        board.died(part, pause);
        try {
            TimeUnit.MILLISECONDS.sleep(pause.toMillis());
        } catch (InterruptedException stopped) {
            // the loop ends, since only stop() interrupts
        }
    }

    /// Ends the process for good.
    void stop() throws IOException, InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join();
        part.stop(current);
        board.stopped(part);
    }
}
