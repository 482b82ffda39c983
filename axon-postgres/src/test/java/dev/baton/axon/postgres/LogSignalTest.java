package dev.baton.axon.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.conformance.Callers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class LogSignalTest extends StoreTest {

    @Test
    void a_commit_wakes_a_waiting_reader_without_polling() {
        AtomicLong asked = new AtomicLong();
        LogSignal signal = new LogSignal(asked::incrementAndGet, Duration.ofHours(1));
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> await(signal, 5));
        signal.advancedTo(6);
        assertThat(waiting.orTimeout(Callers.PATIENCE.toSeconds(), SECONDS).join())
                .isTrue();
        assertThat(asked).hasValue(0);
    }

    @Test
    void a_reader_is_told_when_nothing_came() {
        assertThat(log.awaitAfter(log.lastPosition(), Duration.ofMillis(20))).isFalse();
    }

    @Test
    void a_commit_calls_the_callback_of_an_open_stream() throws Exception {
        try (ConfigurableApplicationContext neverAsks =
                TestService.start(Postgres.newDatabase(), Map.of("baton.log-poll-interval", "1h"))) {
            PostgresEventStore store = neverAsks.getBean(PostgresEventStore.class);
            try (TrackingEventStream stream = store.openStream(store.createHeadToken())) {
                CountDownLatch called = new CountDownLatch(1);
                assertThat(stream.setOnAvailableCallback(called::countDown)).isTrue();
                neverAsks.getBean(PendingAppends.class).add(List.of(counted(newStream(), 0)));
                assertThat(called.await(Callers.PATIENCE.toSeconds(), SECONDS)).isTrue();
                assertThat(stream.hasNextAvailable()).isTrue();
            }
        }
    }

    @Test
    void an_append_of_another_process_is_seen_by_asking() {
        try (ConfigurableApplicationContext other = TestService.start(url)) {
            long before = log.lastPosition();
            other.getBean(PendingAppends.class).add(List.of(counted(newStream(), 0)));
            assertThat(log.awaitAfter(before, Callers.PATIENCE)).isTrue();
        }
    }

    private static boolean await(LogSignal signal, long position) {
        try {
            return signal.awaitAfter(position, Callers.PATIENCE);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
