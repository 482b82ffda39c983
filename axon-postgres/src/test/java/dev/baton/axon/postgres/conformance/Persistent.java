package dev.baton.axon.postgres.conformance;

import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Appends to a stream of its own, whatever comes in between, and notes what was acknowledged.
final class Persistent {
    static final int TOGETHER = 2;

    private final LogUnderTest log;
    private final String stream = Fact.newStream();
    private final Queue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicInteger lately = new AtomicInteger();
    private volatile boolean stopped;

    Persistent(LogUnderTest log) {
        this.log = log;
    }

    boolean appendUntilStopped() {
        while (!stopped) {
            try {
                long next = log.stream(stream).size();
                append(List.of(Fact.at(stream, next), Fact.at(stream, next + 1)));
            } catch (RuntimeException e) {
                Thread.yield();
            }
        }
        return true;
    }

    String stream() {
        return stream;
    }

    List<UUID> acknowledged() {
        return List.copyOf(acknowledged);
    }

    /// Acknowledged appends since the last [#forget].
    int lately() {
        return lately.get();
    }

    void forget() {
        lately.set(0);
    }

    void stop() {
        stopped = true;
    }

    private void append(List<Fact> facts) {
        if (log.append(facts) == Answer.ACKNOWLEDGED) {
            facts.forEach(fact -> acknowledged.add(fact.id()));
            lately.incrementAndGet();
        }
    }
}
