package dev.baton.axon.kafka.topics;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that works until it is told to stop, and can be started again afterwards.
public final class Worker {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Duration grace;
    private volatile boolean running;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    /// @param grace time for what is under way; then it is cut off
    public Worker(String name, Duration grace) {
        this.name = name;
        this.grace = grace;
    }

    /// @param life ends soon after [#isRunning] says no; while it runs already, nothing happens
    public synchronized void start(Runnable life) {
        if (running) {
            return;
        }
        running = true;
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name(name).start(life);
    }

    /// @param wake ends a wait of the work itself
    public synchronized void stop(Runnable wake) {
        running = false;
        stopping.countDown();
        wake.run();
        join(thread);
        thread = null;
    }

    public boolean isRunning() {
        return running;
    }

    /// Waits, but not beyond the stop.
    public void pause(Duration time) {
        try {
            var stopped = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
            log.trace("stopped: {}", stopped);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    private void join(@Nullable Thread of) {
        try {
            if (of != null && !of.join(grace)) {
                of.interrupt();
                of.join(grace);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
