package dev.baton.local.process;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The end of a process that was asked to stop.
public final class Ending {
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private Ending() {}

    /// Waits for the process to end by itself, and kills it when it does not.
    public static void await(ProcessHandle process, Duration patience) throws InterruptedException {
        if (!ended(process, patience)) {
            process.destroyForcibly();
            ended(process, LAST_PATIENCE);
        }
    }

    private static boolean ended(ProcessHandle process, Duration patience) throws InterruptedException {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException impossible) {
            return !process.isAlive();
        }
    }
}
