package dev.baton.axon.postgres.conformance.faults;

import dev.baton.axon.postgres.conformance.Answer;
import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.axon.postgres.conformance.InMemoryLog;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// Says that an append is durable when it only stands in the queue of a writer.
final class EarlyAcknowledgement extends InMemoryLog {
    private final ExecutorService writer =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
    private final AtomicInteger crashes = new AtomicInteger();

    @Override
    public Answer append(List<Fact> facts) {
        Answer answer = judge(facts);
        if (answer == Answer.ACKNOWLEDGED) {
            int accepted = crashes.get();
            writer.execute(() -> write(facts, accepted));
        }
        return answer;
    }

    /// What stands in the queue is gone.
    @Override
    public void crash() {
        crashes.incrementAndGet();
    }

    private void write(List<Fact> facts, int accepted) {
        Moment.pass();
        commit.lock();
        try {
            if (crashes.get() == accepted) {
                super.append(facts);
            }
        } finally {
            commit.unlock();
        }
    }
}
