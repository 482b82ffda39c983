package dev.baton.benchmarks.plain;

import dev.baton.benchmarks.work.Request;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A command that waits for its commit: its event's row, its answer's row, and who waits.
final class Ticket {
    final Row event;
    final String key;
    final String digest;
    final String answer;
    private final Thread caller = Thread.currentThread();
    private volatile boolean over;
    private volatile @Nullable Exception failure;

    Ticket(Request request, long sequence) {
        event = Row.of(request, sequence);
        key = request.key();
        digest = request.digest();
        answer = request.answer(sequence);
    }

    boolean over() {
        return over;
    }

    @Nullable
    Exception failure() {
        return failure;
    }

    void end(@Nullable Exception why) {
        failure = why;
        over = true;
        wake();
    }

    void wake() {
        LockSupport.unpark(caller);
    }
}
