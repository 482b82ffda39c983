package dev.baton.axon.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Commits what concurrent callers append in one transaction, for all of them at once.
///
/// There is no writing thread: whoever finds nobody writing leads, and writes for all who wait at that moment, in the
/// order in which they came. A caller alone therefore waits for nobody, and while one batch is made durable the next
/// one gathers. Nobody returns before the own append is durable or has failed.
final class GroupCommit {
    private final Function<List<Append>, List<Outcome>> writer;
    private final int mostAtOnce;
    private final int mostWaiting;
    private final Queue<Caller> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger length = new AtomicInteger();
    private final AtomicBoolean led = new AtomicBoolean();
    /// Written by whoever leads, read by the next.
    private volatile int lastBatch;

    /// @param writer writes a batch and says for each append, in their order, what became of it
    /// @param mostAtOnce appends in a batch
    /// @param mostWaiting callers beyond which others are turned away
    GroupCommit(Function<List<Append>, List<Outcome>> writer, int mostAtOnce, int mostWaiting) {
        this.writer = writer;
        this.mostAtOnce = mostAtOnce;
        this.mostWaiting = mostWaiting;
    }

    /// Returns when the append is durable.
    ///
    /// @throws LogOverloaded when too many wait already; nothing was stored
    /// @throws RuntimeException what the writer said became of it
    void commit(Append append) {
        Caller caller = enqueue(append);
        boolean interrupted = false;
        while (caller.outcome == null) {
            if (led.compareAndSet(false, true)) {
                lead();
            } else {
                LockSupport.park(this);
                // Whether it was stored must be known before anybody gives up.
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        RuntimeException failure = Outcome.failure(caller.outcome);
        if (failure != null) {
            throw failure;
        }
    }

    /// How many wait to be committed.
    int waiting() {
        return length.get();
    }

    private Caller enqueue(Append append) {
        int before = length.getAndIncrement();
        if (before >= mostWaiting) {
            length.decrementAndGet();
            throw new LogOverloaded(before);
        }
        Caller caller = new Caller(append, Thread.currentThread());
        waiting.add(caller);
        return caller;
    }

    /// One batch, then the next caller leads: nobody works for others for longer than for itself.
    private void lead() {
        gather();
        List<Caller> batch = next();
        try {
            if (!batch.isEmpty()) {
                lastBatch = batch.size();
                write(batch);
            }
        } finally {
            led.set(false);
            // Set free before looking: whoever comes in between finds nobody leading, or is found here.
            Caller first = waiting.peek();
            if (first != null) {
                LockSupport.unpark(first.thread);
            }
        }
    }

    /// Those who were answered just now are about to ask again. When there were several, they are let go first: one
    /// commit for all of them costs less than two for a half each. A caller alone does not stand back for anybody.
    private void gather() {
        if (lastBatch > 1) {
            Thread.yield();
        }
    }

    private List<Caller> next() {
        List<Caller> batch = new ArrayList<>();
        while (batch.size() < mostAtOnce && waiting.poll() instanceof Caller caller) {
            batch.add(caller);
        }
        length.addAndGet(-batch.size());
        return batch;
    }

    private void write(List<Caller> batch) {
        List<Outcome> outcomes = List.of();
        try {
            outcomes = writer.apply(batch.stream().map(caller -> caller.append).toList());
        } finally {
            for (int n = 0; n < batch.size(); n++) {
                batch.get(n).tell(n < outcomes.size() ? outcomes.get(n) : lost());
            }
        }
    }

    /// The writer answers for every append; only an error of the machine itself can keep it from doing so.
    private static Outcome lost() {
        return new Outcome.Failed(new OutcomeUnknown(new IllegalStateException("the writer failed")));
    }

    private static final class Caller {
        private final Append append;
        private final Thread thread;
        private volatile @Nullable Outcome outcome;

        Caller(Append append, Thread thread) {
            this.append = append;
            this.thread = thread;
        }

        void tell(Outcome told) {
            outcome = told;
            LockSupport.unpark(thread);
        }
    }
}
