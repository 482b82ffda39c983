package dev.baton.axon.postgres.conformance.faults;

import dev.baton.axon.postgres.conformance.Answer;
import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.axon.postgres.conformance.InMemoryLog;
import java.util.List;

/// Reads the end of the log before it has the lock.
final class PositionUsedTwice extends InMemoryLog {

    @Override
    public Answer append(List<Fact> facts) {
        long end = last();
        Moment.pass();
        commit.lock();
        try {
            Answer answer = judge(facts);
            if (answer == Answer.ACKNOWLEDGED) {
                place(facts, end);
            }
            return answer;
        } finally {
            commit.unlock();
        }
    }
}
