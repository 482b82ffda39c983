package dev.baton.axon.postgres.conformance.faults;

import dev.baton.axon.postgres.conformance.Answer;
import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.axon.postgres.conformance.InMemoryLog;
import java.util.List;

/// Commits every event by itself.
final class HalfAnAppend extends InMemoryLog {

    @Override
    public Answer append(List<Fact> facts) {
        return facts.stream()
                .map(fact -> super.append(List.of(fact)))
                .filter(answer -> answer != Answer.ACKNOWLEDGED)
                .findFirst()
                .orElse(Answer.ACKNOWLEDGED);
    }
}
