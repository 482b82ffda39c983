package dev.baton.deal.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DealLanesTest {
    private final DealLanes lanes = new DealLanes(new LaneSettings(4));
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());

    @Test
    void each_deal_keeps_its_order() {
        each(List.of("a1", "b1", "a2", "c1", "b2", "a3"));
        assertThat(done).containsExactlyInAnyOrder("a1", "a2", "a3", "b1", "b2", "c1");
        assertThat(done).containsSubsequence("a1", "a2", "a3").containsSubsequence("b1", "b2");
    }

    @Test
    void deals_do_not_wait_for_each_other() {
        CountDownLatch both = new CountDownLatch(2);
        lanes.each(List.of("a1", "b1"), DealLanesTest::deal, item -> {
            both.countDown();
            assertThat(awaited(both)).isTrue();
        });
    }

    @Test
    void what_the_work_throws_is_told_when_the_others_have_ended() {
        assertThatThrownBy(() -> each(List.of("a1", "x1", "b1", "c1"))).hasMessage("x1");
        assertThat(done).containsExactlyInAnyOrder("a1", "b1", "c1");
    }

    @Test
    void nothing_is_done_for_nothing() {
        each(List.of());
        assertThat(done).isEmpty();
    }

    private void each(List<String> items) {
        lanes.each(items, DealLanesTest::deal, item -> {
            if (item.startsWith("x")) {
                throw new IllegalStateException(item);
            }
            done.add(item);
        });
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String deal(String item) {
        return item.substring(0, 1);
    }
}
