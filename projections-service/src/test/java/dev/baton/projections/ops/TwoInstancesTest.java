package dev.baton.projections.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.testing.Patience;
import dev.baton.contract.testing.Seed;
import dev.baton.projections.testing.Broker;
import dev.baton.projections.testing.Hurdles;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.RandomOffice;
import dev.baton.projections.testing.Replaying;
import dev.baton.projections.testing.Running;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two instances on one database share the partitions, whoever comes and goes.
@Tag("faults")
class TwoInstancesTest {
    private static final List<String> READERS = List.of("gen_1-deals", "gen_1-members");
    private static final String HURDLES = "--spring.profiles.active=open-console,hurdles";

    private final long seed = Seed.of("two instances");
    private final List<EventEnvelope> events = RandomOffice.written(seed, 200).events();
    private final String database = Postgres.newDatabaseUrl();

    @Test
    void one_that_comes_and_one_that_goes_in_the_middle_lose_nothing_and_double_nothing() {
        try (Broker broker = new Broker();
                Running first = Running.on(broker, database, HURDLES)) {
            broker.write(part(0));
            try (Running second = Running.on(broker, database, HURDLES)) {
                broker.write(part(1));
                await().atMost(Patience.LIMIT).until(() -> shared(broker));
                broker.write(part(2));
                onlyOneReplays(first, second);
                broker.write(part(3));
            }
            broker.write(part(4));
            first.awaitRead(events.size());

            JsonNode replay = new Replaying(first).run();

            assertThat(replay.path("phase").asString())
                    .as("seed %d: %s", seed, replay)
                    .isEqualTo("DONE");
            assertThat(replay.path("done").asLong()).isEqualTo(events.size());
            assertThat(replay.path("differing").asLong(-1)).isZero();
            assertThat(first.json("/ops/dead-letters").path("items")).isEmpty();
        }
    }

    /// Asked of both at once, one of them takes it on, and it ends right whoever works on it.
    private void onlyOneReplays(Running first, Running second) {
        CountDownLatch bothWereAsked = new CountDownLatch(1);
        Hurdles.at(phase -> awaited(bothWereAsked));
        List<Integer> answers = Stream.of(first, second)
                .parallel()
                .map(instance -> new Replaying(instance)
                        .begin("of " + instance.url(), "{}")
                        .statusCode())
                .toList();
        bothWereAsked.countDown();
        assertThat(answers).containsExactlyInAnyOrder(202, 409);
        Replaying replaying = new Replaying(first);
        JsonNode ended = replaying.ended(replaying.latest().path("id").asLong());
        assertThat(ended.path("phase").asString())
                .as("seed %d: %s", seed, ended)
                .isEqualTo("DONE");
    }

    @AfterEach
    void clear() {
        Hurdles.none();
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<EventEnvelope> part(int number) {
        return events.subList(number * events.size() / 5, (number + 1) * events.size() / 5);
    }

    private static boolean shared(Broker broker) {
        return READERS.stream().allMatch(reader -> broker.membersWithPartitions(reader) == 2);
    }
}
