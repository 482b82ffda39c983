package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.conformance.Callers;
import dev.baton.contract.testing.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// `kill -9` of processes that append, in the middle of whatever they do: `baton.kills` times, by
/// `baton.seed`.
@Tag("soak")
class KilledAppendersTest extends StoreTest {
    private static final int AT_ONCE = 4;
    private static final int KILLS = Integer.getInteger("baton.kills", 10);
    private static final long SEED = Seed.of(KILLS + " kills of appending processes");

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void whatever_was_acknowledged_is_there_once_and_in_order_however_often_appenders_are_killed() throws Exception {
        Kills kills = new Kills(url, KILLS, SEED);
        CompletableFuture<Void> over = new CompletableFuture<>();
        try (Callers people = new Callers()) {
            CompletableFuture<List<UUID>> tail = people.call(() -> follow(over));
            try {
                Stream.generate(() -> people.call(kills::oneAfterTheOther))
                        .limit(AT_ONCE)
                        .toList()
                        .forEach(CompletableFuture::join);
                // The server may not have done yet what was sent by those that were killed.
                await().until(() -> sessionsOfTheKilled() == 0);
                append(counted(newStream(), 0));
            } finally {
                over.complete(null);
            }
            List<UUID> whole = requireEverythingInOrder(kills.acknowledged());
            assertThat(tail.get(Callers.PATIENCE.toSeconds(), TimeUnit.SECONDS).equals(whole))
                    .as("a tail saw the same, seed %d", SEED)
                    .isTrue();
            ChainVerdict chain = chain();
            assertThat(chain).as("seed %d", SEED).isInstanceOf(ChainVerdict.Intact.class);
            System.out.println(kills.done() + " processes killed, seed " + SEED + ": "
                    + kills.acknowledged().size() + " events acknowledged, each is there once and in its place; "
                    + chain);
        }
    }

    private long sessionsOfTheKilled() {
        return jdbc.queryForObject(
                "select count(*) from pg_stat_activity where application_name = ?", Long.class, Kills.SESSIONS);
    }

    /// @return the ids of the whole log
    private List<UUID> requireEverythingInOrder(Map<UUID, String> acknowledged) {
        Map<UUID, String> missing = new HashMap<>(acknowledged);
        Map<String, Long> next = new HashMap<>();
        List<UUID> ids = new ArrayList<>();
        for (List<StoredEvent> page = page(0); !page.isEmpty(); page = page(ids.size())) {
            for (StoredEvent event : page) {
                ids.add(event.envelope().id());
                String stream = event.stream().id();
                long sequence = event.envelope().sequence();
                assertThat(event.position()).as("dense").isEqualTo(ids.size());
                assertThat(sequence).as("in the order of its stream").isEqualTo(next.getOrDefault(stream, 0L));
                next.put(stream, sequence + 1);
                String place = missing.remove(event.envelope().id());
                assertThat(place).isIn(null, stream + " " + sequence);
            }
        }
        assertThat(missing).as("acknowledged and lost, seed %d", SEED).isEmpty();
        return ids;
    }

    private List<StoredEvent> page(long after) {
        return log.readAfter(after, 1_000);
    }

    private List<UUID> follow(CompletableFuture<Void> over) {
        List<UUID> seen = new ArrayList<>();
        while (true) {
            boolean last = over.isDone();
            List<StoredEvent> page = log.readAfter(seen.size(), 100);
            page.forEach(event -> seen.add(event.envelope().id()));
            if (page.isEmpty() && last) {
                return seen;
            }
            log.awaitAfter(seen.size(), Duration.ofMillis(200));
        }
    }
}
