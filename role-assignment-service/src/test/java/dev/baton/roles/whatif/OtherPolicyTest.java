package dev.baton.roles.whatif;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.whatif.SamePolicyTest.ask;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.testing.Seed;
import dev.baton.roles.routing.Distribution;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.Preference;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import dev.baton.roles.whatif.LegOutcome.Result;
import dev.baton.roles.whatif.WhatIfReport.PersonLine;
import dev.baton.roles.whatif.WhatIfReport.RoleLine;
import dev.baton.roles.whatif.WhatIfReport.Unroutable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna and Ben have two places each, and four deals come.
class OtherPolicyTest {
    private static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");

    private static RoutingPolicy policy(Acceptance acceptance, int weight) {
        return new RoutingPolicy(
                "default", 1, Map.of(ACCOUNT_EXECUTIVE, new Rule(acceptance, weight, WhenNobody.QUEUE, null)));
    }

    private static final RoutingPolicy TWICE_THE_WEIGHT = policy(Acceptance.POLICY, 2);

    static void fourDeals(WrittenHistory history) {
        history.join(SALES_MANAGER, "steward", 100);
        history.join(SALES_REPRESENTATIVE, "rita", 100);
        history.join(ACCOUNT_EXECUTIVE, "anna", 2);
        history.join(ACCOUNT_EXECUTIVE, "ben", 2);
        for (int deal = 1; deal <= 4; deal++) {
            history.qualified("d" + deal, DAY.plus(Duration.ofDays(deal)));
            history.accept("d" + deal);
        }
    }

    private static WrittenHistory history(Acceptance acceptance) {
        WrittenHistory history = new WrittenHistory(policy(acceptance, 1));
        fourDeals(history);
        return history;
    }

    private static Question instead(RoutingPolicy policy) {
        return new Question(policy, null, Period.ALWAYS);
    }

    private static RoleLine executives(WhatIfReport report) {
        return report.roles().stream()
                .filter(line -> line.role() == ACCOUNT_EXECUTIVE)
                .findFirst()
                .orElseThrow();
    }

    private static PersonLine person(WhatIfReport report, String member) {
        return report.people().stream()
                .filter(line -> line.member().equals(member))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void who_would_have_waited_and_carried_what_is_side_by_side() {
        WhatIfReport report = ask(history(Acceptance.POLICY), instead(TWICE_THE_WEIGHT));
        assertThat(report.same()).isFalse();
        assertThat(executives(report).recorded().taken()).isEqualTo(4);
        assertThat(executives(report).whatIf().taken()).isEqualTo(2);
        assertThat(executives(report).whatIf().waiting()).isEqualTo(2);
        assertThat(executives(report).whatIf().longestQueue()).isEqualTo(2);
        assertThat(report.unroutable()).containsExactly(new Unroutable(ACCOUNT_EXECUTIVE, "East", 0, 2));
        assertThat(report.all()).extracting(WhatIfReport.Difference::deal).containsExactly("d3", "d4");
        assertThat(report.all())
                .allMatch(difference -> difference.recorded() != null
                        && difference.recorded().result() == Result.TAKEN
                        && difference.whatIf() != null
                        && difference.whatIf().result() == Result.WAITING);
        assertThat(person(report, "anna").recorded().taken()).isEqualTo(2);
        assertThat(person(report, "anna").whatIf().taken()).isEqualTo(1);
        assertThat(person(report, "anna").whatIf().peak()).isEqualTo(2);
        assertThat(person(report, "rita").whatIf().last()).isEqualTo(2);
        assertThat(report.decisions().otherChoice()).isEqualTo(2);
    }

    @Test
    void a_policy_that_says_how_long_a_deal_may_wait_shows_what_managers_would_have_been_told_of() {
        WrittenHistory history = new WrittenHistory(TWICE_THE_WEIGHT);
        fourDeals(history);
        for (int deal = 5; deal <= 20; deal++) {
            history.qualified("d" + deal, DAY.plus(Duration.ofDays(deal)));
        }
        Rule hurried = new Rule(Acceptance.POLICY, 2, WhenNobody.QUEUE, null, new Patience(480, 3, 3, null, null, 1));
        WhatIfReport report = ask(
                history,
                instead(new RoutingPolicy(
                        "default", 1, Map.of(ACCOUNT_EXECUTIVE, hurried), SimulatedService.ROUND_THE_CLOCK)));
        assertThat(report.steps().alike()).isTrue();
        assertThat(executives(report).recorded().escalated()).isZero();
        assertThat(executives(report).whatIf().escalated()).isPositive();
        assertThat(executives(report).whatIf().taken())
                .isEqualTo(executives(report).recorded().taken());
    }

    @Test
    void a_place_that_becomes_free_wakes_whoever_waits_in_the_other_world() {
        WrittenHistory history = history(Acceptance.POLICY);
        history.lost("d1", DAY.plus(Duration.ofDays(10)));
        WhatIfReport report = ask(history, instead(TWICE_THE_WEIGHT));
        assertThat(report.all()).extracting(WhatIfReport.Difference::deal).containsExactly("d4");
        assertThat(executives(report).whatIf().waited())
                .isEqualTo(new WhatIfReport.Waits(
                        1, Duration.ofDays(7).toSeconds(), Duration.ofDays(7).toSeconds()));
        assertThat(report.unroutable()).containsExactly(new Unroutable(ACCOUNT_EXECUTIVE, "East", 0, 1));
        assertThat(report.decisions().onlyWhatIf()).isEqualTo(1);
    }

    @Test
    void a_customer_in_use_is_taken_by_whoever_has_just_enough_room_in_the_other_world() {
        WhatIfReport report = ask(supportLeaves(), instead(policy(Acceptance.PERSON, 1)));
        assertThat(report.all())
                .filteredOn(difference -> difference.recorded() != null && difference.whatIf() != null)
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.deal()).isEqualTo("d1");
                    assertThat(difference.recorded().result()).isEqualTo(Result.WAITING);
                    assertThat(difference.whatIf().member()).isEqualTo("sue");
                });
    }

    @Test
    void whoever_waits_behind_many_for_whom_nobody_is_there_has_their_turn_in_the_other_world() {
        WrittenHistory history = new WrittenHistory(policy(Acceptance.POLICY, 1));
        history.join(SALES_MANAGER, "steward", 100);
        history.join(SALES_REPRESENTATIVE, "rita", 1_000);
        history.join(ACCOUNT_EXECUTIVE, "anna", 2, Set.of("de"));
        for (int deal = 1; deal <= 700; deal++) {
            history.qualified("french " + deal, speaking("fr"), DAY);
        }
        history.qualified("first", speaking("de"), DAY.plus(Duration.ofDays(1)));
        history.qualified("second", speaking("de"), DAY.plus(Duration.ofDays(2)));
        assertThat(history.holder("second")).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "anna"));
        history.lost("first", DAY.plus(Duration.ofDays(3)));
        WhatIfReport report = ask(history, instead(TWICE_THE_WEIGHT));
        assertThat(executives(report).whatIf().waiting()).isEqualTo(700);
        assertThat(executives(report).whatIf().waited())
                .isEqualTo(new WhatIfReport.Waits(
                        1, Duration.ofDays(1).toSeconds(), Duration.ofDays(1).toSeconds()));
        assertThat(report.all()).isEmpty();
    }

    private static Customer speaking(String language) {
        return new Customer("x", "X", language);
    }

    @Test
    void a_deal_that_comes_to_ask_less_while_it_waits_is_taken_at_once_in_the_other_world() {
        WrittenHistory history = supportLeaves();
        history.onboarded("d2", DAY.plus(Duration.ofDays(5)));
        WhatIfReport report = ask(history, instead(policy(Acceptance.PERSON, 1)));
        assertThat(report.all()).extracting(WhatIfReport.Difference::deal).containsExactly("d1", "d2");
        assertThat(ask(history, new Question(null, null, Period.ALWAYS)).same()).isTrue();
    }

    /// Sam looked after a customer in use and after another one; Sue, who is back, has as much as she can carry.
    private static WrittenHistory supportLeaves() {
        WrittenHistory history = new WrittenHistory(policy(Acceptance.POLICY, 1));
        Holder sam = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");
        Holder sue = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sue");
        history.join(SALES_MANAGER, "steward", 100);
        history.join(SALES_REPRESENTATIVE, "rita", 100);
        history.join(ACCOUNT_EXECUTIVE, "anna", 10);
        history.join(sam.role(), sam.member(), 1);
        history.join(sue.role(), sue.member(), 1);
        for (int deal = 1; deal <= 3; deal++) {
            history.qualified("d" + deal, DAY);
            history.won("d" + deal, DAY.plus(Duration.ofDays(1)));
            if (deal == 1) {
                history.onboarded("d1", DAY.plus(Duration.ofDays(2)));
            }
        }
        assertThat(List.of(history.load(sam), history.load(sue))).containsExactly(1, 1);
        history.available(sue, Availability.ABSENT);
        history.depart(sam);
        history.rehome("d1", sam);
        history.rehome("d2", sam);
        history.hearAll();
        history.available(sue, Availability.AVAILABLE);
        assertThat(history.load(sue)).isOne();
        return history;
    }

    @Test
    void who_was_not_asked_in_reality_is_taken_to_say_yes() {
        WhatIfReport report = ask(history(Acceptance.POLICY), instead(policy(Acceptance.PERSON, 1)));
        assertThat(report.assumedAnswers()).isEqualTo(4);
        assertThat(report.steps().differing()).isEqualTo(4);
        assertThat(report.differences()).isZero();
    }

    @Test
    void an_answer_to_an_offer_that_went_to_somebody_else_has_no_object() {
        WhatIfReport report = ask(history(Acceptance.PERSON), instead(policy(Acceptance.POLICY, 1)));
        assertThat(report.voidActs()).isEqualTo(4);
        assertThat(report.assumedAnswers()).isZero();
        assertThat(report.differences()).isZero();
    }

    @Test
    void a_policy_that_prefers_who_knows_the_customer_gives_them_the_customers_next_deal() {
        WrittenHistory history = new WrittenHistory(policy(Acceptance.POLICY, 1));
        history.join(SALES_MANAGER, "steward", 100);
        history.join(SALES_REPRESENTATIVE, "rita", 100);
        history.join(ACCOUNT_EXECUTIVE, "anna", 5);
        history.join(ACCOUNT_EXECUTIVE, "ben", 5);
        Customer customer = new Customer("c1", "a customer");
        history.qualified("d1", customer, DAY);
        history.qualified("d2", customer, DAY.plus(Duration.ofDays(1)));
        Distribution owner = new Distribution(
                List.of(Preference.ACCOUNT_OWNER, Preference.LEAST_LOAD), Map.of(), Map.of(), null, List.of(), false);
        Rule rule = new Rule(Acceptance.POLICY, 1, WhenNobody.QUEUE, null, null, owner, null);
        WhatIfReport report = ask(history, instead(new RoutingPolicy("default", 1, Map.of(ACCOUNT_EXECUTIVE, rule))));
        assertThat(report.all())
                .singleElement()
                .satisfies(difference -> assertThat(difference.deal()).isEqualTo("d2"));
        assertThat(person(report, "anna").recorded().taken()).isEqualTo(1);
        assertThat(person(report, "anna").whatIf().taken()).isEqualTo(2);
    }

    @Test
    void outside_of_the_period_nothing_is_otherwise() {
        WrittenHistory history = history(Acceptance.POLICY);
        Instant after = DAY.plus(Duration.ofDays(30));
        assertThat(ask(history, new Question(TWICE_THE_WEIGHT, null, new Period(after, null)))
                        .same())
                .isTrue();
        WhatIfReport last =
                ask(history, new Question(TWICE_THE_WEIGHT, null, new Period(DAY.plus(Duration.ofDays(4)), null)));
        assertThat(last.deals()).isEqualTo(1);
        assertThat(last.all()).extracting(WhatIfReport.Difference::deal).containsExactly("d4");
    }

    @Test
    void a_policy_that_stands_in_for_another_changes_nothing_else() {
        Question other = new Question(TWICE_THE_WEIGHT, "enterprise", Period.ALWAYS);
        assertThat(ask(history(Acceptance.POLICY), other).same()).isTrue();
    }

    @Tag("random")
    @Test
    void any_other_policy_over_any_history_comes_to_an_end() {
        int histories = Integer.getInteger("baton.histories", Seed.times(100));
        long first = Seed.of(histories + " histories");
        for (long seed = first; seed < first + histories; seed++) {
            GeneratedHistory history = new GeneratedHistory(seed, 500);
            GeneratedHistory another = new GeneratedHistory(seed + 1, 0);
            WhatIfReport report =
                    ask(history, instead(another.policies.getFirst().policy()));
            assertThat(report.decisions().whatIf()).as("-Dbaton.seed=" + seed).isPositive();
            assertThat(report.all().size()).as("-Dbaton.seed=" + seed).isEqualTo((int) report.differences());
        }
    }
}
