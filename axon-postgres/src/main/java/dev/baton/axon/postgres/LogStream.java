package dev.baton.axon.postgres;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/// Follows the log from a position on, for one event processor. Pages are read when asked for;
/// nobody polls.
final class LogStream implements TrackingEventStream {
    private static final int PAGE = 500;
    private static final Duration LISTENING = Duration.ofMillis(200);

    private final LogReader reader;
    private final AxonMessages messages;
    private final LogSignal signal;
    private final Queue<TrackedEventMessage<?>> page = new ArrayDeque<>();
    private volatile long position;
    private @Nullable Runnable stopListening;

    LogStream(LogReader reader, AxonMessages messages, LogSignal signal, long position) {
        this.reader = reader;
        this.messages = messages;
        this.signal = signal;
        this.position = position;
    }

    @Override
    public synchronized Optional<TrackedEventMessage<?>> peek() {
        readPage();
        return Optional.ofNullable(page.peek());
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (peek().isPresent()) {
            return true;
        }
        return timeout > 0
                && signal.awaitAfter(position, Duration.of(timeout, unit.toChronoUnit()))
                && peek().isPresent();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (true) {
            Optional<TrackedEventMessage<?>> next = poll();
            if (next.isPresent()) {
                return next.get();
            }
            signal.awaitAfter(position, LISTENING);
        }
    }

    /// The callback also repeats while something is unread, so that a call that came too early is
    /// made good.
    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        stopListening = signal.listen(() -> {
            if (signal.last() > position) {
                callback.run();
            }
        });
        return true;
    }

    @Override
    public void close() {
        Runnable stop = stopListening;
        if (stop != null) {
            stop.run();
        }
    }

    private synchronized Optional<TrackedEventMessage<?>> poll() {
        readPage();
        return Optional.ofNullable(page.poll());
    }

    private void readPage() {
        if (page.isEmpty() && signal.last() > position) {
            for (EventRow row : reader.after(position, PAGE)) {
                page.add(messages.toTracked(row));
                position = row.position();
            }
        }
    }
}
