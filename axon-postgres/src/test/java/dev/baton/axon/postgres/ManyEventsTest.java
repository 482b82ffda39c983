package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.conformance.Callers;
import dev.baton.contract.StreamId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A log of `baton.events` events, in a heap that could not hold ten million of them, while
/// somebody else in the server, and somebody in the same database, leaves a transaction open for as
/// long as it takes.
@Tag("soak")
class ManyEventsTest extends StoreTest {
    private static final int CALLERS = 16;
    private static final int TOGETHER = 25;
    private static final int PARTS = 10;
    private static final long EVENTS = Long.getLong("baton.events", 20_000);
    private static final TimeOrderedIds IDS = new TimeOrderedIds();

    @Test
    @Timeout(value = 120, unit = TimeUnit.MINUTES)
    void a_log_is_dense_followed_and_proven_however_long_it_grows() throws Exception {
        try (LeftOpen elsewhere = LeftOpen.in(Postgres.newDatabase());
                LeftOpen here = LeftOpen.in(url)) {
            assertThat(grow()).isEqualTo(EVENTS);
            assertThat(log.lastPosition()).isEqualTo(EVENTS);
            elsewhere.commit();
            here.commit();
        }
        StreamId late = newStream();
        append(counted(late, 0));
        assertThat(log.readStream(late, 0)).hasSize(1);
        prove(EVENTS + 1);
    }

    /// @return how many a tail saw meanwhile
    private long grow() throws Exception {
        AtomicLong left = new AtomicLong(EVENTS);
        long begin = System.nanoTime();
        try (Callers people = new Callers()) {
            CompletableFuture<Long> tail = people.call(() -> follow(EVENTS));
            Stream.generate(() -> people.call(() -> appendWhile(left)))
                    .limit(CALLERS)
                    .toList()
                    .forEach(CompletableFuture::join);
            long followed = tail.join();
            say("%,d events appended and followed in %d s".formatted(followed, seconds(begin)));
            return followed;
        }
    }

    private void prove(long events) {
        long begin = System.nanoTime();
        assertThat(chain())
                .isInstanceOfSatisfying(
                        ChainVerdict.Intact.class,
                        intact -> assertThat(intact.events()).isEqualTo(events));
        say("%,d events verified in %d s, in a heap of %d MB"
                .formatted(events, seconds(begin), Runtime.getRuntime().maxMemory() >> 20));
    }

    private boolean appendWhile(AtomicLong left) {
        StreamId stream = newStream();
        long next = 0;
        while (left.getAndAdd(-TOGETHER) > 0) {
            append(LongStream.range(next, next + TOGETHER)
                    .mapToObj(sequence -> counted(UUID.fromString(IDS.generateIdentifier()), stream, sequence))
                    .toArray(NewEvent[]::new));
            next += TOGETHER;
        }
        return true;
    }

    /// Each right behind the one before. Says how long each tenth of them took.
    private long follow(long until) {
        long seen = 0;
        long part = System.nanoTime();
        while (seen < until) {
            for (StoredEvent event : log.readAfter(seen, 1_000)) {
                assertThat(event.position()).isEqualTo(++seen);
                if (seen % (until / PARTS) == 0) {
                    say("%,d followed, the last %,d in %d s".formatted(seen, until / PARTS, seconds(part)));
                    part = System.nanoTime();
                }
            }
            log.awaitAfter(seen, Duration.ofMillis(200));
        }
        return seen;
    }

    private static void say(String what) {
        System.out.println(what);
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }
}
