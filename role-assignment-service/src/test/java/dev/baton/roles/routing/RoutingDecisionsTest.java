package dev.baton.roles.routing;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import dev.baton.contract.responsibility.AssignmentFact.Request;
import dev.baton.roles.routing.RoutingDecision.ToMember;
import dev.baton.roles.routing.RoutingDecision.ToQueue;
import dev.baton.roles.routing.RoutingDecision.ToSteward;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoutingDecisionsTest {
    private static final RoutingPolicy USUAL = new RoutingPolicy("default", 3, Map.of());

    @Test
    void the_requested_person_is_chosen_before_those_with_less_load() {
        RoutingDecision decision = decide(asking("ben", null), person("anna", 10, 0), person("ben", 10, 9));
        assertThat(decision.outcome()).isEqualTo(new ToMember("ben"));
        assertThat(decision.record().requested()).isEqualTo(new Request("ben", true, null));
    }

    @Test
    void a_request_that_cannot_be_granted_has_its_reason_on_record() {
        RoutingDecision decision = decide(asking("ben", null), person("anna", 10, 0), person("ben", 10, 10));
        assertThat(decision.outcome()).isEqualTo(new ToMember("anna"));
        assertThat(decision.record().requested()).isEqualTo(new Request("ben", false, "carries 10 of 10"));
    }

    @Test
    void somebody_unknown_in_the_role_cannot_be_granted() {
        assertThat(decide(asking("zoe", null), person("anna", 10, 0)).record().requested())
                .isEqualTo(new Request("zoe", false, "does not have this role"));
    }

    @Test
    void the_earlier_holder_comes_before_those_with_less_load() {
        assertThat(decide(asking(null, "ben"), person("anna", 10, 0), person("ben", 10, 5))
                        .outcome())
                .isEqualTo(new ToMember("ben"));
    }

    @Test
    void whoever_carries_the_smallest_share_of_their_capacity_is_chosen() {
        assertThat(decide(asking(null, null), person("anna", 10, 3), person("ben", 100, 20))
                        .outcome())
                .isEqualTo(new ToMember("ben"));
    }

    @Test
    void the_smaller_id_decides_between_equals_in_whatever_order_they_come() {
        assertThat(decide(asking(null, null), person("ben", 10, 0), person("anna", 10, 0))
                        .outcome())
                .isEqualTo(new ToMember("anna"));
        assertThat(decide(asking(null, null), person("anna", 10, 0), person("ben", 10, 0))
                        .outcome())
                .isEqualTo(new ToMember("anna"));
    }

    @Test
    void every_candidate_is_on_record_with_score_or_obstacles() {
        RoutingDecision decision = RoutingDecisions.decide(
                USUAL,
                new RoutingRequest(ACCOUNT_EXECUTIVE, "East", "GTX", null, null, Map.of("dan", "declined")),
                List.of(
                        new Colleague("anna", 10, 5, true, Set.of("East"), Set.of()),
                        new Colleague("ben", 10, 0, false, Set.of("West"), Set.of("MG")),
                        new Colleague("cleo", 0, 0, true, Set.of(), Set.of()),
                        person("dan", 10, 0)));
        assertThat(decision.record().candidates())
                .containsExactlyInAnyOrder(
                        new Candidate("anna", true, 0.5, List.of("least load")),
                        new Candidate(
                                "ben", false, null, List.of("absent", "does not work in East", "does not know GTX")),
                        new Candidate("cleo", false, null, List.of("carries 0 of 0")),
                        new Candidate("dan", false, null, List.of("declined")));
        assertThat(decision.record().candidates().getFirst().member()).isEqualTo("anna");
        assertThat(decision.record().policyVersion()).isEqualTo(3);
    }

    @Test
    void no_territory_means_everywhere() {
        RoutingRequest east = new RoutingRequest(ACCOUNT_EXECUTIVE, "East", null, null, null, Map.of());
        assertThat(RoutingDecisions.decide(USUAL, east, List.of(person("anna", 1, 0)))
                        .outcome())
                .isEqualTo(new ToMember("anna"));
    }

    @Test
    void nobody_eligible_ends_in_the_queue() {
        assertThat(decide(asking(null, null), person("anna", 1, 1)).outcome())
                .isEqualTo(new ToQueue("nobody is eligible"));
        assertThat(decide(asking(null, null)).outcome()).isEqualTo(new ToQueue("nobody has this role"));
    }

    @Test
    void a_policy_may_end_in_a_named_steward_instead() {
        Rule rule = new Rule(Acceptance.POLICY, 1, WhenNobody.STEWARD, "mia");
        RoutingPolicy policy = new RoutingPolicy("default", 1, Map.of(ACCOUNT_EXECUTIVE, rule));
        RoutingDecision decision = RoutingDecisions.decide(policy, asking(null, null), List.of());
        assertThat(decision.outcome()).isEqualTo(new ToSteward("mia"));
        assertThat(decision.record().chosen()).isEqualTo("mia");
    }

    @Test
    void a_heavier_deal_needs_more_room() {
        Rule heavy = new Rule(Acceptance.POLICY, 5, WhenNobody.QUEUE, null);
        RoutingPolicy policy = new RoutingPolicy("default", 1, Map.of(ACCOUNT_EXECUTIVE, heavy));
        assertThat(RoutingDecisions.decide(policy, asking(null, null), List.of(person("anna", 10, 6)))
                        .outcome())
                .isInstanceOf(ToQueue.class);
    }

    private static RoutingDecision decide(RoutingRequest request, Colleague... people) {
        return RoutingDecisions.decide(USUAL, request, List.of(people));
    }

    private static RoutingRequest asking(@Nullable String requested, @Nullable String earlier) {
        return new RoutingRequest(ACCOUNT_EXECUTIVE, null, null, requested, earlier, Map.of());
    }

    private static Colleague person(String member, int capacity, int load) {
        return new Colleague(member, capacity, load, true, Set.of(), Set.of());
    }
}
