package dev.baton.axon.postgres.conformance.faults;

import dev.baton.axon.postgres.conformance.Answer;
import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.axon.postgres.conformance.InMemoryLog;
import java.util.List;

/// Looks for a conflict before it has the lock, and not again.
final class LostUpdate extends InMemoryLog {

    @Override
    public Answer append(List<Fact> facts) {
        Answer answer = judge(facts);
        Moment.pass();
        commit.lock();
        try {
            if (answer == Answer.ACKNOWLEDGED) {
                place(facts, log.size());
            }
            return answer;
        } finally {
            commit.unlock();
        }
    }
}
