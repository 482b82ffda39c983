package dev.baton.cli.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;

/// Waits until hand-offs and read models have caught up with what was posted.
record CatchingUp(Reports reports) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE = 500;

    /// @throws IOException when nothing has moved for minutes; what was reached is in its message
    Figures await(Expected expected) throws IOException, InterruptedException {
        Figures now = reports.read();
        long reached = expected.stepsOf(now);
        try (ProgressBar bar = Progress.barFrom(reached, "relay", " steps", expected.steps())) {
            Instant moved = Instant.now();
            while (!expected.reachedBy(now)) {
                requireMovement(moved, now);
                TimeUnit.MILLISECONDS.sleep(PAUSE);
                now = reports.read();
                if (expected.stepsOf(now) != reached) {
                    reached = expected.stepsOf(now);
                    moved = Instant.now();
                    bar.stepTo(reached);
                }
            }
            bar.stepTo(expected.steps());
        }
        return now;
    }

    private static void requireMovement(Instant moved, Figures now) throws IOException {
        if (Instant.now().isAfter(moved.plus(PATIENCE))) {
            throw new IOException("the relay stands still at:\n" + FiguresText.of(now));
        }
    }
}
