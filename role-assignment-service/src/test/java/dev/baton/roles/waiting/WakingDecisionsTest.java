package dev.baton.roles.waiting;

import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.responsibility.Acceptance;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.Demand;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import dev.baton.roles.routing.RoutingRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WakingDecisionsTest {

    @Test
    void no_more_deals_are_woken_than_there_are_places_and_the_longest_waiting_first() {
        assertThat(toWake(List.of(east("first"), east("second"), east("third")), person("sam", 2, "East")))
                .containsExactly("first", "second");
    }

    @Test
    void a_place_elsewhere_wakes_nobody() {
        assertThat(toWake(List.of(east("first")), person("will", 5, "West"))).isEmpty();
    }

    @Test
    void a_woken_deal_that_was_not_decided_yet_keeps_its_place() {
        Waiting woken = waiting("woken", "East", true, Map.of());
        assertThat(toWake(List.of(east("first"), woken), person("sam", 1, "East")))
                .isEmpty();
        assertThat(toWake(List.of(east("first"), woken), person("sam", 2, "East")))
                .containsExactly("first");
    }

    @Test
    void whoever_said_no_is_no_place_for_that_deal() {
        Waiting declined = waiting("first", "East", false, Map.of("sam", "declined"));
        assertThat(toWake(List.of(declined, east("second")), person("sam", 5, "East")))
                .containsExactly("second");
    }

    @Test
    void a_deal_is_woken_for_as_little_room_as_it_asks() {
        List<Waiting> waiting = List.of(east("whole"), asking("in use", Demand.ONBOARDED, false));
        assertThat(toWake(3, 1, waiting, person("sam", 1, "East"))).containsExactly("in use");
        assertThat(toWake(3, 2, waiting, person("sam", 1, "East"))).isEmpty();
        assertThat(toWake(1, 0, waiting, person("sam", 0, "East"))).containsExactly("in use");
        assertThat(toWake(1, 0, waiting, overfull("sam"))).isEmpty();
    }

    @Test
    void a_deal_takes_no_more_of_a_place_than_it_asks() {
        List<Waiting> waiting = List.of(
                asking("in use", Demand.ONBOARDED, false),
                asking("in use too", Demand.ONBOARDED, false),
                east("whole"),
                east("another"));
        assertThat(toWake(3, 1, waiting, person("sam", 5, "East"))).containsExactly("in use", "in use too", "whole");
        assertThat(toWake(3, 0, waiting, person("sam", 3, "East"))).containsExactly("in use", "in use too", "whole");
    }

    @Test
    void a_woken_deal_keeps_as_much_of_a_place_as_it_asks() {
        List<Waiting> waiting = List.of(east("whole"), asking("woken", Demand.ONBOARDED, true));
        assertThat(toWake(3, 1, waiting, person("sam", 3, "East"))).isEmpty();
        assertThat(toWake(3, 1, waiting, person("sam", 4, "East"))).containsExactly("whole");
    }

    @Test
    void a_deal_that_has_waited_longer_and_fits_is_before_one_that_asks_less() {
        List<Waiting> waiting = List.of(east("whole"), asking("in use", Demand.ONBOARDED, false));
        assertThat(toWake(3, 1, waiting, person("sam", 3, "East"))).containsExactly("whole");
    }

    private static Colleague overfull(String member) {
        return new Colleague(member, 1, 2, true, Set.of("East"), Set.of());
    }

    private static List<String> toWake(List<Waiting> waiting, Colleague... people) {
        return toWake(new RoutingPolicy("default", 1, Map.of()), waiting, people);
    }

    private static Waiting east(String deal) {
        return waiting(deal, "East", false, Map.of());
    }

    private static List<String> toWake(RoutingPolicy policy, List<Waiting> waiting, Colleague... people) {
        List<Waiting> wokenFirst = waiting.stream()
                .sorted(Comparator.comparing(Waiting::woken).reversed())
                .toList();
        return new WakingDecisions(List.of(people), pipeline -> policy).next(wokenFirst);
    }

    private static Waiting waiting(String deal, String territory, boolean woken, Map<String, String> declined) {
        return new Waiting(
                deal,
                "milestones",
                new RoutingRequest(CUSTOMER_SUPPORT_REPRESENTATIVE, territory, null, null, null, declined),
                Demand.USUAL,
                woken);
    }

    private static Waiting asking(String deal, Demand less, boolean woken) {
        return new Waiting(
                deal,
                "milestones",
                new RoutingRequest(CUSTOMER_SUPPORT_REPRESENTATIVE, "East", null, null, null, Map.of()),
                less,
                woken);
    }

    private static List<String> toWake(int usual, int onboarded, List<Waiting> waiting, Colleague... people) {
        Rule rule = new Rule(
                Acceptance.POLICY,
                usual,
                WhenNobody.QUEUE,
                null,
                null,
                null,
                null,
                Map.of(Demand.ONBOARDED, onboarded));
        RoutingPolicy policy = new RoutingPolicy("default", 1, Map.of(CUSTOMER_SUPPORT_REPRESENTATIVE, rule));
        return toWake(policy, waiting, people);
    }

    private static Colleague person(String member, int free, String territory) {
        return new Colleague(member, free, 0, true, Set.of(territory), Set.of());
    }
}
