package dev.baton.roles.whatif;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_SPECIALIST;
import static dev.baton.roles.whatif.SamePolicyTest.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What others do between the relay's look at people and its commit is in the log before what the
/// relay did, which knew nothing of it.
class VeryMomentTest {
    private static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");
    private static final Question AGAIN = new Question(null, null, Period.ALWAYS);
    private static final Holder STEWARD = SimulatedService.STEWARD;
    private static final Holder MIA = new Holder(SALES_MANAGER, "mia");
    private static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    private static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");

    private static RoutingPolicy policy(int version, Role role, int weight) {
        return new RoutingPolicy(
                "default", version, Map.of(role, new Rule(Acceptance.POLICY, weight, WhenNobody.QUEUE, null)));
    }

    private static WrittenHistory history() {
        WrittenHistory history = new WrittenHistory(policy(1, ACCOUNT_EXECUTIVE, 1));
        history.join(SALES_MANAGER, "steward", 100);
        history.join(SALES_MANAGER, "mia", 100);
        history.join(ACCOUNT_EXECUTIVE, "anna", 2);
        return history;
    }

    private static void comesOutTheSame(WrittenHistory history) {
        WhatIfReport report = ask(history, AGAIN);
        assertThat(report.steps().differing()).isZero();
        assertThat(report.same()).isTrue();
    }

    @Test
    void a_manager_who_comes_back_in_the_very_moment_was_not_there_to_stand_in() {
        WrittenHistory history = history();
        history.join(SALES_REPRESENTATIVE, "rita", 100);
        history.qualified("d1", DAY);
        history.available(STEWARD, Availability.ABSENT);
        history.depart(ANNA);
        history.rehome("d1", ANNA);
        history.meantime(() -> history.available(STEWARD, Availability.AVAILABLE));
        history.hearAll();
        assertThat(history.holder("d1")).isEqualTo(MIA);
        comesOutTheSame(history);
    }

    @Test
    void who_joins_in_the_very_moment_was_not_there_to_have_a_reversed_win_again() {
        WrittenHistory history = wonByAnnaWhoHasGone();
        history.reverse("d1", ANNA, MIA, DAY);
        history.meantime(() -> history.join(ACCOUNT_EXECUTIVE, "anna", 2));
        history.hearAll();
        assertThat(history.holder("d1")).isEqualTo(MIA);
        comesOutTheSame(history);
    }

    @Test
    void a_manager_who_has_a_reversed_win_already_keeps_it_whoever_joins_in_the_very_moment() {
        WrittenHistory history = wonByAnnaWhoHasGone();
        history.rehome("d1", ANNA);
        history.hearAll();
        history.reverse("d1", ANNA, STEWARD, DAY);
        history.meantime(() -> history.join(ACCOUNT_EXECUTIVE, "anna", 2));
        history.hearAll();
        assertThat(history.holder("d1")).isEqualTo(STEWARD);
        comesOutTheSame(history);
    }

    /// Nobody is there for support, so it waits with her.
    private static WrittenHistory wonByAnnaWhoHasGone() {
        WrittenHistory history = history();
        history.join(SALES_REPRESENTATIVE, "rita", 100);
        history.qualified("d1", DAY);
        history.won("d1", DAY);
        history.depart(ANNA);
        return history;
    }

    @Test
    void what_another_commit_gave_somebody_meanwhile_the_step_did_not_know_of() {
        WrittenHistory history = history();
        history.join(SALES_REPRESENTATIVE, "rita", 100);
        history.join(ACCOUNT_EXECUTIVE, "ben", 2);
        history.found("d1", null, DAY);
        history.found("d2", null, DAY);
        history.hearAll();
        history.qualify("d1", DAY);
        history.qualify("d2", DAY);
        history.meantime(history::hearNext);
        history.hearNext();
        assertThat(history.load(ANNA)).isEqualTo(2);
        comesOutTheSame(history);
    }

    @Test
    void who_joins_in_the_very_moment_had_no_place_to_give() {
        WrittenHistory history = history();
        history.found("d1", null, DAY);
        history.meantime(() -> history.join(SALES_REPRESENTATIVE, "rita", 100));
        history.hearAll();
        assertThat(history.holder("d1")).isEqualTo(RITA);
        assertThat(history.load(RITA)).isZero();
        comesOutTheSame(history);
    }

    @Test
    void a_policy_that_was_not_seen_yet_held_for_a_step_without_a_decision() {
        WrittenHistory history = history();
        history.join(SALES_REPRESENTATIVE, "rita", 100);
        history.replacedUnseen(policy(2, SALES_REPRESENTATIVE, 2));
        history.found("d1", null, DAY);
        history.hearAll();
        assertThat(history.load(RITA)).isEqualTo(1);
        comesOutTheSame(history);
    }

    /// By the new policy it would have been weighed anew before it went back.
    @Test
    void a_place_that_was_left_as_it_is_weighed_what_the_policy_says_that_was_seen() {
        WrittenHistory history = new WrittenHistory(new RoutingPolicy(
                "default", 1, Map.of(ACCOUNT_EXECUTIVE, new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null))));
        history.join(SALES_MANAGER, "steward", 100);
        history.join(SALES_REPRESENTATIVE, "rita", 100);
        history.join(ACCOUNT_EXECUTIVE, "anna", 2);
        history.qualified("d1", DAY);
        history.rests("d1", DAY);
        history.accept("d1");
        assertThat(history.load(ANNA)).isEqualTo(1);
        history.replacedUnseen(policy(2, ACCOUNT_EXECUTIVE, 2));
        history.giveBack("d1", ANNA, DAY);
        history.hearAll();
        assertThat(history.holder("d1")).isEqualTo(RITA);
        comesOutTheSame(history);
    }

    /// Its weight is that of neither policy that may have held.
    @Test
    void a_place_that_an_older_policy_had_weighed_says_nothing_of_the_policy_that_was_seen() {
        WrittenHistory history = new WrittenHistory(weights(1, 1, 3));
        history.join(SALES_MANAGER, "steward", 100);
        history.join(SALES_REPRESENTATIVE, "rita", 100);
        history.join(ACCOUNT_EXECUTIVE, "anna", 3);
        history.qualified("d1", DAY);
        history.replaced(weights(2, 1, 2));
        for (int later = 0; later < 100; later++) {
            history.join(SALES_SPECIALIST, "specialist-" + later, 0);
        }
        history.replacedUnseen(weights(3, 2, 2));
        history.giveBack("d1", ANNA, DAY);
        history.hearAll();
        assertThat(history.holder("d1")).isEqualTo(RITA);
        assertThat(history.load(RITA)).isEqualTo(1);
        comesOutTheSame(history);
    }

    private static RoutingPolicy weights(int version, int representatives, int executives) {
        return new RoutingPolicy(
                "default",
                version,
                Map.of(
                        SALES_REPRESENTATIVE,
                        new Rule(Acceptance.POLICY, representatives, WhenNobody.QUEUE, null),
                        ACCOUNT_EXECUTIVE,
                        new Rule(Acceptance.POLICY, executives, WhenNobody.QUEUE, null)));
    }
}
