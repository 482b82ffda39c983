package dev.baton.roles.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// `-Dbaton.seed` repeats a history, `-Dbaton.histories` asks for more.
class SamePolicyTest {
    private static final int STEPS = 700;

    static WhatIfReport ask(GeneratedHistory history, Question question) {
        return new Rerun(question, new RecordedPolicies(history.policies), GeneratedHistory.STEWARD, Duration.ofDays(14))
                .over(history, position -> {});
    }

    private static final Question AGAIN = new Question(null, null, Period.ALWAYS);

    @Test
    void the_recorded_policies_reproduce_every_step_of_any_history() {
        long first = Long.getLong("baton.seed", System.nanoTime());
        int histories = Integer.getInteger("baton.histories", 200);
        long decisions = 0;
        for (long seed = first; seed < first + histories; seed++) {
            WhatIfReport report = ask(new GeneratedHistory(seed, STEPS), AGAIN);
            assertThat(report.firstDecisions()).as("-Dbaton.seed=" + seed + " -Dbaton.histories=1").isEmpty();
            assertThat(report.steps().differing()).as("-Dbaton.seed=" + seed + " -Dbaton.histories=1").isZero();
            assertThat(report.same()).as("-Dbaton.seed=" + seed + " -Dbaton.histories=1").isTrue();
            assertThat(report.decisions().identical()).isEqualTo(report.decisions().recorded());
            decisions += report.decisions().recorded();
        }
        assertThat(decisions).isGreaterThan(50L * histories);
    }
}
