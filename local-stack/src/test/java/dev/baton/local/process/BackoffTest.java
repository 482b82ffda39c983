package dev.baton.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void what_dies_at_once_waits_longer_each_time_up_to_fifteen_seconds() {
        Backoff backoff = Backoff.none();
        Duration before = Duration.ZERO;
        for (int death = 0; death < 5; death++) {
            backoff = backoff.afterLiving(Duration.ofSeconds(1));
            assertThat(backoff.delay()).isGreaterThan(before);
            before = backoff.delay();
        }
        assertThat(new Backoff(1_000).delay()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void what_lived_for_a_minute_begins_anew() {
        assertThat(new Backoff(6).afterLiving(Duration.ofMinutes(1)).delay()).isEqualTo(Duration.ofMillis(500));
    }
}
