package dev.baton.roles.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.testing.Seed;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// `-Dbaton.seed` repeats a history, `-Dbaton.histories` asks for more.
class SamePolicyTest {
    private static final int STEPS = 700;

    static WhatIfReport ask(SimulatedService history, Question question) {
        return new Rerun(
                        question, new RecordedPolicies(history.policies), SimulatedService.STEWARD, Duration.ofDays(14))
                .over(history, position -> {});
    }

    private static final Question AGAIN = new Question(null, null, Period.ALWAYS);

    @Tag("random")
    @Test
    void the_recorded_policies_reproduce_every_step_of_any_history() {
        int histories = Integer.getInteger("baton.histories", Seed.times(200));
        long first = Seed.of(histories + " histories");
        long decisions = 0;
        long heardLate = 0;
        long waitedTooLong = 0;
        long notDecided = 0;
        long changedMeanwhile = 0;
        long retriedMeanwhile = 0;
        for (long seed = first; seed < first + histories; seed++) {
            GeneratedHistory history = new GeneratedHistory(seed, STEPS);
            WhatIfReport report = ask(history, AGAIN);
            assertThat(report.firstDecisions())
                    .as("-Dbaton.seed=" + seed + " -Dbaton.histories=1")
                    .isEmpty();
            assertThat(report.steps().differing())
                    .as("-Dbaton.seed=" + seed + " -Dbaton.histories=1")
                    .isZero();
            assertThat(report.same())
                    .as("-Dbaton.seed=" + seed + " -Dbaton.histories=1")
                    .isTrue();
            assertThat(report.decisions().identical())
                    .isEqualTo(report.decisions().recorded());
            decisions += report.decisions().recorded();
            heardLate += history.heardLate;
            changedMeanwhile += history.changedMeanwhile;
            retriedMeanwhile += history.retriedMeanwhile;
            notDecided += history.log.facts.stream()
                    .filter(fact -> fact.event() instanceof DecisionEscalated)
                    .count();
            waitedTooLong += history.log.facts.stream()
                    .filter(fact -> fact.event() instanceof AssignmentEscalated late && late.waitsOn())
                    .count();
        }
        if (histories < 100) {
            return; // a history that is repeated need not have everything
        }
        assertThat(decisions).isGreaterThan(50L * histories);
        assertThat(heardLate).as("what followed from retrying").isGreaterThan(10L * histories);
        assertThat(waitedTooLong).as("what waited for too long").isPositive();
        assertThat(notDecided).as("what no manager decided").isPositive();
        assertThat(changedMeanwhile)
                .as("who changed while the relay was at work")
                .isGreaterThan(5L * histories);
        assertThat(retriedMeanwhile).as("what was retried meanwhile").isGreaterThan(histories);
    }

    @Test
    void a_decision_that_is_not_what_its_policy_gives_is_found() {
        GeneratedHistory history = new GeneratedHistory(1, STEPS);
        int place = 0;
        while (!(history.log.facts.get(place).event() instanceof AssignmentDecided decided
                && decided.chosen() != null)) {
            place++;
        }
        LoggedFact real = history.log.facts.get(place);
        AssignmentDecided was = (AssignmentDecided) real.event();
        AssignmentDecided forged = new AssignmentDecided(
                        was.role(), was.policy(), was.policyVersion(), was.candidates(), "somebody", was.requested())
                .asOf(was.peopleAsOf());
        history.log.facts.set(
                place,
                new LoggedFact(
                        real.position(),
                        real.id(),
                        real.cause(),
                        real.actor(),
                        real.stream(),
                        real.happened(),
                        real.recorded(),
                        forged));
        WhatIfReport report = ask(history, AGAIN);
        assertThat(report.same()).isFalse();
        assertThat(report.firstDecisions().getFirst().recorded()).isEqualTo(forged);
        assertThat(report.firstDecisions().getFirst().whatIf()).isEqualTo(was);
    }

    @Test
    void the_same_question_gives_the_same_answer() {
        GeneratedHistory history = new GeneratedHistory(2, STEPS);
        assertThat(ask(history, AGAIN)).isEqualTo(ask(history, AGAIN));
    }

    @Test
    void the_same_rules_under_another_name_are_the_same() {
        WrittenHistory history = new WrittenHistory(new RoutingPolicy("default", 1, Map.of()));
        OtherPolicyTest.fourDeals(history);
        WhatIfReport report =
                ask(history, new Question(new RoutingPolicy("what-if", 7, Map.of()), null, Period.ALWAYS));
        assertThat(report.same()).isTrue();
        assertThat(report.differences()).isZero();
        assertThat(List.of(report.decisions().identical()))
                .containsExactly(report.decisions().recorded());
    }
}
