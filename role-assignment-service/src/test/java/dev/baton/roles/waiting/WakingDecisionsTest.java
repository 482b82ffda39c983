package dev.baton.roles.waiting;

import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingRequest;
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

    private static List<String> toWake(List<Waiting> waiting, Colleague... people) {
        return WakingDecisions.toWake(waiting, List.of(people), pipeline -> new RoutingPolicy("default", 1, Map.of()));
    }

    private static Waiting east(String deal) {
        return waiting(deal, "East", false, Map.of());
    }

    private static Waiting waiting(String deal, String territory, boolean woken, Map<String, String> declined) {
        return new Waiting(
                deal,
                "milestones",
                new RoutingRequest(CUSTOMER_SUPPORT_REPRESENTATIVE, territory, null, null, null, declined),
                woken);
    }

    private static Colleague person(String member, int free, String territory) {
        return new Colleague(member, free, 0, true, Set.of(territory), Set.of());
    }
}
