package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.conformance.Callers;
import dev.baton.contract.StreamId;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A log of `baton.events` events.
@Tag("soak")
class ManyEventsTest extends StoreTest {
    private static final int CALLERS = 16;
    private static final int TOGETHER = 25;
    private static final long EVENTS = Long.getLong("baton.events", 20_000);

    @Test
    @Timeout(value = 120, unit = TimeUnit.MINUTES)
    void a_log_is_dense_followed_and_proven_however_long_it_grows() throws Exception {
        AtomicLong left = new AtomicLong(EVENTS);
        long begin = System.nanoTime();
        long followed;
        try (Callers people = new Callers()) {
            CompletableFuture<Long> tail = people.call(() -> follow(EVENTS));
            Stream.generate(() -> people.call(() -> appendWhile(left)))
                    .limit(CALLERS)
                    .toList()
                    .forEach(CompletableFuture::join);
            System.out.printf("%d events appended in %d s%n", EVENTS, seconds(begin));
            followed = tail.join();
        }
        assertThat(followed).isEqualTo(EVENTS);
        assertThat(log.lastPosition()).isEqualTo(EVENTS);

        StreamId late = newStream();
        append(counted(late, 0));
        assertThat(log.readStream(late, 0)).hasSize(1);
        long verifying = System.nanoTime();
        assertThat(chain())
                .isInstanceOfSatisfying(
                        ChainVerdict.Intact.class,
                        intact -> assertThat(intact.events()).isEqualTo(EVENTS + 1));
        System.out.printf("%d events verified in %d s%n", EVENTS + 1, seconds(verifying));
    }

    private boolean appendWhile(AtomicLong left) {
        StreamId stream = newStream();
        long next = 0;
        while (left.getAndAdd(-TOGETHER) > 0) {
            append(LongStream.range(next, next + TOGETHER)
                    .mapToObj(sequence -> counted(stream, sequence))
                    .toArray(NewEvent[]::new));
            next += TOGETHER;
        }
        return true;
    }

    /// @return how many were seen, each right behind the one before
    private long follow(long until) {
        long seen = 0;
        while (seen < until) {
            for (StoredEvent event : log.readAfter(seen, 1_000)) {
                assertThat(event.position()).isEqualTo(++seen);
            }
            log.awaitAfter(seen, Duration.ofMillis(200));
        }
        return seen;
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }
}
