package dev.baton.projections.replay;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// How far the replay of this instance is, told to its row now and then by a thread of its own:
/// whoever reads events is in a transaction that others must not wait for.
///
/// Only the end is 100 %: before it the swap is still ahead, whatever has been read.
@Component
public class ReplayProgress {
    private static final Logger log = LoggerFactory.getLogger(ReplayProgress.class);
    private static final long EVERY_MILLIS = 200;

    private final ReplayRows rows;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private volatile long replay;
    private volatile long begun;
    private volatile long doneBefore;
    private volatile long rate;
    private volatile int percent;

    ReplayProgress(ReplayRows rows) {
        this.rows = rows;
    }

    /// Tells it until that is closed.
    ///
    /// @param before what was read by an earlier try, and says nothing about the rate
    Telling begin(Replay of, long before) {
        replay = of.id();
        begun = System.nanoTime();
        doneBefore = before;
        percent = of.percent();
        rate = of.eventsPerSecond();
        done.set(before);
        total.set(Math.max(of.total(), before));
        ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("replay-progress").daemon(true).factory());
        ticker.scheduleWithFixedDelay(this::tick, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return ticker::close;
    }

    void read(long more) {
        done.addAndGet(more);
    }

    /// More has come meanwhile.
    void extend(long all) {
        total.accumulateAndGet(all, Math::max);
    }

    /// The topics have been read to where they ended; the rate stays what it was.
    void measure() {
        long nanos = Math.max(1, System.nanoTime() - begun);
        rate = Math.round((done.get() - doneBefore) * 1e9 / nanos);
    }

    /// At the fence: everything up to it has been read.
    void settle(long all) {
        done.set(all);
        total.set(all);
        tell();
    }

    void complete() {
        percent = 100;
    }

    public long done() {
        return done.get();
    }

    public long total() {
        return total.get();
    }

    /// From 0 to 100, never going back.
    public int percent() {
        return percent;
    }

    interface Telling extends AutoCloseable {
        @Override
        void close();
    }

    private void tick() {
        try {
            if (done.get() < total.get()) {
                measure();
            }
            tell();
        } catch (RuntimeException passing) {
            log.debug("The progress cannot be told now", passing);
        }
    }

    private synchronized void tell() {
        long all = Math.max(total.get(), 1);
        long now = Math.min(done.get(), all);
        percent = Math.max(percent, (int) Math.min(99, 100 * now / all));
        rows.progress(replay, done.get(), total.get(), percent, rate);
    }
}
