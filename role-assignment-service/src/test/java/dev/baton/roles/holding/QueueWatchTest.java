package dev.baton.roles.holding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QueueWatchTest {
    private final QueueWatch watch = new QueueWatch("eve");

    @Test
    void what_is_told_of_a_deal_while_it_is_looked_at_is_looked_at_again() throws InterruptedException {
        watch.looks();
        assertThat(watch.concerns("one", Set.of())).isFalse();
        watch.showing(Set.of("one", "two"));
        assertThat(hasNews()).isTrue();
    }

    @Test
    void what_is_told_of_a_deal_that_is_not_shown_is_no_reason_to_look_again() throws InterruptedException {
        watch.looks();
        assertThat(watch.concerns("other", Set.of())).isFalse();
        watch.showing(Set.of("one"));
        assertThat(hasNews()).isFalse();
    }

    @Test
    void who_is_named_or_shown_the_deal_is_concerned() {
        watch.looks();
        watch.showing(Set.of("one"));
        assertThat(watch.concerns("one", Set.of())).isTrue();
        assertThat(watch.concerns("other", Set.of("eve"))).isTrue();
        assertThat(watch.concerns("other", Set.of("ben"))).isFalse();
    }

    private boolean hasNews() throws InterruptedException {
        return watch.await(Duration.ZERO);
    }
}
