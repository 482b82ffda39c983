package dev.baton.axon.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/// Tells whoever follows the log that it has grown: at once after a commit of this process, within
/// the interval after a commit of another. Asking the table is also the net under a signal that was
/// lost.
final class LogSignal implements InitializingBean, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LogSignal.class);

    private final LongSupplier lastPositionInTable;
    private final Duration interval;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition advanced = lock.newCondition();
    private final ScheduledExecutorService poller = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-signal").factory());
    private volatile long last;

    LogSignal(LongSupplier lastPositionInTable, Duration interval) {
        this.lastPositionInTable = lastPositionInTable;
        this.interval = interval;
    }

    @Override
    public void afterPropertiesSet() {
        var ignored = poller.scheduleWithFixedDelay(this::look, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void destroy() {
        poller.shutdownNow();
    }

    /// The highest position known to be committed.
    long last() {
        return last;
    }

    /// Positions are committed in order, so everything up to this one can be read.
    void advancedTo(long position) {
        lock.lock();
        try {
            last = Math.max(last, position);
            advanced.signalAll();
        } finally {
            lock.unlock();
        }
        listeners.forEach(LogSignal::call);
    }

    /// What is committed stays a success, whatever a listener makes of it.
    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.warn("a follower of the log could not be woken, it will look for itself", e);
        }
    }

    /// The listener is called often, also when nothing is new; it must be quick.
    Runnable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Whether there is anything after the position, at the latest when the timeout is over.
    boolean awaitAfter(long position, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (last <= position && left > 0) {
                left = advanced.awaitNanos(left);
            }
            return last > position;
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        try {
            advancedTo(lastPositionInTable.getAsLong());
        } catch (RuntimeException e) {
            LOG.warn("the log's end could not be read, trying again: {}", e.getMessage());
        }
    }
}
