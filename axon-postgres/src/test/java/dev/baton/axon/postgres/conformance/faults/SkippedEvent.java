package dev.baton.axon.postgres.conformance.faults;

import dev.baton.axon.postgres.conformance.Answer;
import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.axon.postgres.conformance.InMemoryLog;
import java.util.List;

/// Numbers an append first and commits it later, as with an identity column: a reader passes a
/// position that appears behind it.
final class SkippedEvent extends InMemoryLog {
    private long given;

    @Override
    public Answer append(List<Fact> facts) {
        long after;
        commit.lock();
        try {
            Answer answer = judge(facts);
            if (answer != Answer.ACKNOWLEDGED) {
                return answer;
            }
            after = given;
            given += facts.size();
        } finally {
            commit.unlock();
        }
        Moment.pass();
        commit.lock();
        try {
            place(facts, after);
            return Answer.ACKNOWLEDGED;
        } finally {
            commit.unlock();
        }
    }
}
