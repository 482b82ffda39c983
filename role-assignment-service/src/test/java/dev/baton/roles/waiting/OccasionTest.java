package dev.baton.roles.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OccasionTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final List<RoutingPolicy> ONE = List.of(policy("default"));
    private static final List<RoutingPolicy> TWO = List.of(policy("default"), policy("other"));

    private final Occasion occasion = new Occasion();

    @Test
    void the_first_looks_are_those_after_a_start() {
        assertThat(occasion.ofEverybody(ONE, NOW)).isEqualTo(Occasion.STARTED);
        assertThat(occasion.ofEverybody(ONE, NOW.plusSeconds(4))).isEqualTo(Occasion.STARTED);
        assertThat(occasion.ofEverybody(ONE, NOW.plusSeconds(5))).isEqualTo(Occasion.STARTED);
        assertThat(occasion.ofEverybody(ONE, NOW.plusSeconds(6))).isNull();
        assertThat(occasion.ofEverybody(ONE, NOW.plusSeconds(7))).isNull();
    }

    @Test
    void a_policy_that_changes_is_the_occasion_while_an_instance_may_not_have_heard_of_it() {
        occasion.ofEverybody(ONE, NOW);
        assertThat(occasion.ofEverybody(TWO, NOW.plusSeconds(1))).isEqualTo(Occasion.POLICY_CHANGED);
        assertThat(occasion.ofEverybody(TWO, NOW.plusSeconds(5))).isEqualTo(Occasion.POLICY_CHANGED);
        assertThat(occasion.ofEverybody(TWO, NOW.plusSeconds(6))).isEqualTo(Occasion.POLICY_CHANGED);
        assertThat(occasion.ofEverybody(TWO, NOW.plusSeconds(7))).isNull();
    }

    @Test
    void a_round_that_is_long_in_coming_looks_at_everybody_all_the_same() {
        occasion.ofEverybody(ONE, NOW);
        occasion.ofEverybody(TWO, NOW.plusSeconds(1));
        assertThat(occasion.ofEverybody(TWO, NOW.plusSeconds(100))).isEqualTo(Occasion.POLICY_CHANGED);
        assertThat(occasion.ofEverybody(TWO, NOW.plusSeconds(101))).isNull();
        assertThat(occasion.ofEverybody(ONE, NOW.plusSeconds(102))).isEqualTo(Occasion.POLICY_CHANGED);
    }

    private static RoutingPolicy policy(String name) {
        return new RoutingPolicy(name, 1, Map.of());
    }
}
