package dev.baton.deal.house;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/// A service's clock that a test sets; not found by scanning, so that only who asks for it has it.
public class MovableClock {
    private static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.now());

    public static void set(Instant now) {
        NOW.set(now);
    }

    @Bean
    @Primary
    Clock clockOfTheTest() {
        return Clock.fixed(NOW.get(), ZoneOffset.UTC);
    }
}
