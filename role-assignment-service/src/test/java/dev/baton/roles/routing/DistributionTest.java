package dev.baton.roles.routing;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.EventCodec.Encoded;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import dev.baton.roles.routing.Distribution.RampUp;
import dev.baton.roles.routing.RoutingDecision.ToMember;
import dev.baton.roles.routing.RoutingDecision.ToQueue;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How a policy spreads deals over people.
class DistributionTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void deals_go_round_when_the_policy_says_so_whatever_people_carry() {
        List<Colleague> team =
                new ArrayList<>(List.of(person("anna", 10, 9), person("ben", 10, 0), person("cleo", 10, 5)));
        List<String> given = new ArrayList<>();
        Distribution round = by(Preference.ROUND_ROBIN);
        for (int turn = 1; turn <= 5; turn++) {
            String next = chosen(round, request(), team);
            given.add(next);
            int now = turn;
            team.replaceAll(one -> one.member().equals(next) ? one.taking(0, now, NOON) : one);
        }
        assertThat(given).containsExactly("anna", "ben", "cleo", "anna", "ben");
    }

    @Test
    void the_rules_count_in_the_order_in_which_the_policy_names_them() {
        List<Colleague> team = List.of(person("anna", 10, 0), person("ben", 10, 5), person("cleo", 10, 5));
        RoutingRequest request =
                new RoutingRequest(ACCOUNT_EXECUTIVE, null, null, null, null, "ben", "cleo", NOON, Map.of());
        assertThat(chosen(by(Preference.EARLIER_HOLDER, Preference.ACCOUNT_OWNER), request, team))
                .isEqualTo("ben");
        assertThat(chosen(by(Preference.ACCOUNT_OWNER, Preference.EARLIER_HOLDER), request, team))
                .isEqualTo("cleo");
        assertThat(chosen(by(Preference.LEAST_LOAD), request, team)).isEqualTo("anna");
        assertThat(chosen(by(), request, team)).isEqualTo("anna");
    }

    @Test
    void whoever_is_to_carry_twice_as_much_is_chosen_until_they_do() {
        Distribution twice =
                new Distribution(List.of(Preference.LEAST_LOAD), Map.of("anna", 200), Map.of(), null, List.of(), false);
        assertThat(chosen(twice, request(), List.of(person("anna", 10, 5), person("ben", 10, 3))))
                .isEqualTo("anna");
        assertThat(chosen(twice, request(), List.of(person("anna", 10, 7), person("ben", 10, 3))))
                .isEqualTo("ben");
    }

    @Test
    void a_cap_holds_below_somebodys_capacity() {
        Distribution capped = new Distribution(List.of(), Map.of(), Map.of("anna", 3), null, List.of(), false);
        RoutingDecision decision = decide(capped, request(), List.of(person("anna", 10, 3)));
        assertThat(decision.outcome()).isInstanceOf(ToQueue.class);
        assertThat(decision.record().candidates())
                .containsExactly(new Candidate("anna", false, null, List.of("carries 3 of 3")));
    }

    @Test
    void nobody_takes_more_on_a_day_than_the_policy_says() {
        Distribution two = new Distribution(List.of(), Map.of(), Map.of(), 2, List.of(), false);
        Colleague anna = person("anna", 10, 0)
                .taking(1, 1, NOON.minus(Duration.ofHours(13)))
                .taking(1, 2, NOON.minus(Duration.ofHours(2)));
        assertThat(chosen(two, request(), List.of(anna))).isEqualTo("anna");
        Colleague busy = anna.taking(1, 3, NOON.minus(Duration.ofHours(1)));
        assertThat(decide(two, request(), List.of(busy))
                        .record()
                        .candidates()
                        .getFirst()
                        .reasons())
                .containsExactly("has taken 2 of 2 today");
    }

    @Test
    void a_day_is_one_of_the_teams_calendar() {
        Distribution one = new Distribution(List.of(), Map.of(), Map.of(), 1, List.of(), false);
        Instant lateInTokyo = Instant.parse("2026-11-25T14:00:00Z");
        Colleague anna = person("anna", 10, 0).taking(1, 1, lateInTokyo);
        RoutingRequest next = at(Instant.parse("2026-11-25T15:30:00Z"));
        assertThat(decide(policy(one, null), next, List.of(anna)).outcome()).isInstanceOf(ToQueue.class);
        assertThat(decide(policy(one, calendar("Asia/Tokyo")), next, List.of(anna))
                        .outcome())
                .isEqualTo(new ToMember("anna"));
    }

    @Test
    void newcomers_are_spared_and_less_so_from_step_to_step() {
        Distribution ramp = new Distribution(
                List.of(), Map.of(), Map.of(), null, List.of(new RampUp(60, 50), new RampUp(30, 10)), false);
        assertThat(ramp.capacity(started(29), NOON)).isEqualTo(1);
        assertThat(ramp.capacity(started(30), NOON)).isEqualTo(5);
        assertThat(ramp.capacity(started(59), NOON)).isEqualTo(5);
        assertThat(ramp.capacity(started(60), NOON)).isEqualTo(10);
        assertThat(ramp.capacity(started(-3), NOON)).isEqualTo(1);
        assertThat(decide(ramp, request(), List.of(started(1).carrying(1)))
                        .record()
                        .candidates()
                        .getFirst()
                        .reasons())
                .containsExactly("carries 1 of 1");
    }

    @Test
    void only_who_is_at_work_is_chosen_when_the_policy_says_so() {
        Distribution onDuty = new Distribution(List.of(), Map.of(), Map.of(), null, List.of(), true);
        Rule rule = rule(onDuty);
        RoutingPolicy policy = new RoutingPolicy(
                "default", 1, Map.of(ACCOUNT_EXECUTIVE, rule), null, Map.of("West", calendar("America/Los_Angeles")));
        Colleague east = in("anna", "East");
        Colleague west = in("ben", "West");
        assertThat(RoutingDecisions.decide(policy, at(NOON), List.of(east, west))
                        .outcome())
                .isEqualTo(new ToMember("anna"));
        Instant evening = Instant.parse("2026-11-25T20:00:00Z");
        assertThat(RoutingDecisions.decide(policy, at(evening), List.of(east, west))
                        .outcome())
                .isEqualTo(new ToMember("ben"));
        Instant night = Instant.parse("2026-11-26T04:00:00Z");
        assertThat(RoutingDecisions.decide(policy, at(night), List.of(east, west))
                        .record()
                        .candidates())
                .extracting(Candidate::reasons)
                .containsExactly(
                        List.of("not at work before 2026-11-26T09:00:00Z"),
                        List.of("not at work before 2026-11-26T17:00:00Z"));
    }

    @Test
    void an_offer_is_due_in_the_working_time_of_whoever_is_asked() {
        RoutingPolicy policy =
                new RoutingPolicy("default", 1, Map.of(), null, Map.of("West", calendar("America/Los_Angeles")));
        assertThat(policy.answerDue(ACCOUNT_EXECUTIVE, Set.of("East"), NOON))
                .isEqualTo(Instant.parse("2026-11-26T12:00:00Z"));
        assertThat(policy.answerDue(ACCOUNT_EXECUTIVE, Set.of("East", "West"), NOON))
                .isEqualTo(Instant.parse("2026-11-26T01:00:00Z"));
    }

    @Test
    void who_speaks_the_customers_language_is_chosen_and_no_language_means_every() {
        RoutingRequest german =
                new RoutingRequest(ACCOUNT_EXECUTIVE, null, null, "de", null, null, null, NOON, Map.of());
        Colleague anna = speaking("anna", Set.of("en"));
        assertThat(decide(Distribution.USUAL, german, List.of(anna))
                        .record()
                        .candidates()
                        .getFirst()
                        .reasons())
                .containsExactly("does not speak de");
        assertThat(chosen(Distribution.USUAL, german, List.of(anna, speaking("ben", Set.of("de")))))
                .isEqualTo("ben");
        assertThat(chosen(Distribution.USUAL, german, List.of(anna, speaking("cleo", Set.of()))))
                .isEqualTo("cleo");
    }

    @Test
    void a_recorded_decision_can_be_made_again_from_what_is_on_record() {
        Distribution spread = by(Preference.REQUESTED, Preference.ACCOUNT_OWNER, Preference.LEAST_LOAD);
        List<Colleague> team = List.of(person("anna", 10, 2), person("ben", 10, 5), person("cleo", 4, 4));
        RoutingRequest request = new RoutingRequest(
                ACCOUNT_EXECUTIVE,
                "East",
                "GTX",
                "de",
                "cleo",
                "anna",
                "ben",
                NOON,
                Map.of("anna", RoutingRequest.DECLINED));
        AssignmentDecided decided = decide(spread, request, team).record();
        JsonEventCodec codec = new JsonEventCodec();
        Encoded stored = codec.encode(decided);
        AssignmentDecided read = (AssignmentDecided) codec.decode(stored.type(), stored.data());
        assertThat(decide(spread, RoutingRequest.of(read).orElseThrow(), team).record())
                .isEqualTo(decided);
    }

    @Test
    void a_decision_that_was_made_before_the_question_was_on_record_can_still_be_read() {
        JsonEventCodec codec = new JsonEventCodec();
        Object read = codec.decode(
                "baton.responsibility.assignment-decided.v1",
                "{\"role\":\"ACCOUNT_EXECUTIVE\",\"policy\":\"default\",\"policyVersion\":1,\"candidates\":[]}");
        assertThat(RoutingRequest.of((AssignmentDecided) read)).isEmpty();
    }

    @Test
    void what_makes_no_sense_is_refused() {
        assertThatThrownBy(() -> new RampUp(0, 50)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new RampUp(10, 101)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> by(Preference.LEAST_LOAD, Preference.LEAST_LOAD))
                .isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new Distribution(List.of(), Map.of("anna", 0), Map.of(), null, List.of(), false))
                .isInstanceOf(InvalidValue.class);
    }

    private static Distribution by(Preference... order) {
        return new Distribution(List.of(order), Map.of(), Map.of(), null, List.of(), false);
    }

    private static Rule rule(Distribution spread) {
        return new Rule(Acceptance.POLICY, 1, WhenNobody.QUEUE, null, null, spread, null);
    }

    private static RoutingPolicy policy(Distribution spread, @Nullable BusinessCalendar calendar) {
        return new RoutingPolicy("default", 1, Map.of(ACCOUNT_EXECUTIVE, rule(spread)), calendar);
    }

    private static RoutingDecision decide(Distribution spread, RoutingRequest request, List<Colleague> team) {
        return decide(policy(spread, null), request, team);
    }

    private static RoutingDecision decide(RoutingPolicy policy, RoutingRequest request, List<Colleague> team) {
        return RoutingDecisions.decide(policy, request, team);
    }

    private static String chosen(Distribution spread, RoutingRequest request, List<Colleague> team) {
        return ((ToMember) decide(spread, request, team).outcome()).member();
    }

    private static RoutingRequest request() {
        return at(NOON);
    }

    private static RoutingRequest at(Instant moment) {
        return new RoutingRequest(ACCOUNT_EXECUTIVE, null, null, null, null, null, null, moment, Map.of());
    }

    private static Colleague person(String member, int capacity, int load) {
        return new Colleague(member, capacity, load, true, Set.of(), Set.of());
    }

    private static Colleague started(int daysAgo) {
        Instant began = NOON.minus(Duration.ofDays(daysAgo));
        return new Colleague("nora", 10, 0, true, Set.of(), Set.of(), Set.of(), began, 0, List.of());
    }

    private static Colleague in(String member, String territory) {
        return new Colleague(member, 10, 0, true, Set.of(territory), Set.of());
    }

    private static Colleague speaking(String member, Set<String> languages) {
        return new Colleague(member, 10, 0, true, Set.of(), Set.of(), languages, null, 0, List.of());
    }

    private static BusinessCalendar calendar(String zone) {
        return new BusinessCalendar(
                ZoneId.of(zone), Set.of(DayOfWeek.values()), LocalTime.of(9, 0), LocalTime.of(17, 0), Set.of());
    }
}
