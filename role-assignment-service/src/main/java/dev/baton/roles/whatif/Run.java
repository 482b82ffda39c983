package dev.baton.roles.whatif;

import dev.baton.roles.whatif.WhatIfRun.State;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One question on its way to its answer.
final class Run implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final String id = UUID.randomUUID().toString();
    private final Question question;
    private final long facts;
    private final Function<LongConsumer, WhatIfReport> work;
    private final Clock clock;
    private final Instant startedAt;
    private volatile Point point = new Point("how it went", 0);
    private final AtomicReference<@Nullable End> end = new AtomicReference<>();
    private final AtomicInteger askers = new AtomicInteger(1);

    private record Point(String step, long done) {}

    /// @param point how far it had come: its thread may still be on the way to the next one
    private record End(
            State state,
            Point point,
            Instant at,
            @Nullable String error,
            @Nullable WhatIfReport report) {}

    Run(Question question, long facts, Function<LongConsumer, WhatIfReport> work, Clock clock) {
        this.question = question;
        this.facts = facts;
        this.work = work;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    String id() {
        return id;
    }

    Question question() {
        return question;
    }

    boolean isRunning() {
        return end.get() == null;
    }

    /// Somebody else has the same question.
    void joined() {
        askers.incrementAndGet();
    }

    /// What has ended stays as it ended; what has not is over at once for whoever looks, and
    /// stops at the next fact.
    void cancel() {
        end.compareAndSet(null, new End(State.CANCELLED, point, clock.instant(), null, null));
    }

    @Override
    public void run() {
        try {
            WhatIfReport report = work.apply(this::reached);
            end.compareAndSet(null, new End(State.DONE, point, clock.instant(), null, report));
        } catch (CancellationException asked) {
            LOG.info("What-if {} was cancelled at {} of {}", id, point.done(), facts);
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError failure) {
            LOG.error("What-if {} failed", id, failure);
            end.compareAndSet(null, new End(State.FAILED, point, clock.instant(), String.valueOf(failure), null));
        }
    }

    /// The log is read twice; a position that falls back begins the second reading.
    private void reached(long position) {
        if (!isRunning()) {
            throw new CancellationException();
        }
        Point now = point;
        boolean again = position < now.done() || now.step().equals("how it would have gone");
        point = new Point(again ? "how it would have gone" : now.step(), position);
    }

    WhatIfRun seen() {
        End ended = end.get();
        Point now = ended == null ? point : ended.point();
        return new WhatIfRun(
                id,
                ended == null ? State.RUNNING : ended.state(),
                now.step(),
                now.done(),
                facts,
                startedAt,
                askers.get(),
                ended == null ? null : ended.at(),
                ended == null ? null : ended.error(),
                ended == null ? null : ended.report());
    }
}
