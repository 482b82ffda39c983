package dev.baton.deal.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class DealLanesTest {
    private final DealLanes lanes = new DealLanes(TransactionOperations.withoutTransaction(), new LaneSettings(4, 2));
    private final List<String> together = Collections.synchronizedList(new ArrayList<>());
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final List<String> alone = Collections.synchronizedList(new ArrayList<>());

    @Test
    void each_deal_keeps_its_order() {
        each(List.of("a1", "b1", "a2", "c1", "b2", "a3"));
        assertThat(done).containsExactlyInAnyOrder("a1", "a2", "a3", "b1", "b2", "c1");
        assertThat(done).containsSubsequence("a1", "a2", "a3").containsSubsequence("b1", "b2");
    }

    @Test
    void no_deal_is_twice_in_a_round() {
        assertThat(Rounds.of(List.of("a1", "b1", "a2", "c1", "b2", "a3"), DealLanesTest::deal))
                .containsExactly(List.of("a1", "b1", "c1"), List.of("a2", "b2"), List.of("a3"));
    }

    @Test
    void a_share_of_which_one_fails_is_done_alone() {
        each(List.of("a1", "x1", "b1", "c1"));
        assertThat(alone).containsExactly("a1", "x1");
        assertThat(together).containsExactlyInAnyOrder("a1", "b1", "c1");
    }

    @Test
    void nothing_is_done_for_nothing() {
        each(List.of());
        assertThat(together).isEmpty();
    }

    private void each(List<String> items) {
        lanes.each(
                items,
                DealLanesTest::deal,
                item -> {
                    if (item.startsWith("x")) {
                        throw new IllegalStateException(item);
                    }
                    together.add(item);
                    done.add(item);
                },
                item -> {
                    alone.add(item);
                    done.add(item);
                });
    }

    private static String deal(String item) {
        return item.substring(0, 1);
    }
}
