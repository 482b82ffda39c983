package dev.baton.axon.postgres.conformance.faults;

import dev.baton.axon.postgres.conformance.Answer;
import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.axon.postgres.conformance.InMemoryLog;
import java.util.List;

/// Numbers as a sequence does, which a rollback does not turn back.
final class GapBehindWhatWasTakenBack extends InMemoryLog {
    private long given;

    @Override
    public Answer append(List<Fact> facts) {
        commit.lock();
        try {
            Answer answer = judge(facts);
            if (answer == Answer.ACKNOWLEDGED) {
                place(facts, given);
                given += facts.size();
            }
            return answer;
        } finally {
            commit.unlock();
        }
    }

    @Override
    public void appendInVain(List<Fact> facts) {
        commit.lock();
        given += facts.size();
        commit.unlock();
    }
}
