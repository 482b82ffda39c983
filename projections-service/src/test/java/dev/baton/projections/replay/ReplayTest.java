package dev.baton.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.testing.Patience;
import dev.baton.contract.testing.Seed;
import dev.baton.projections.testing.Broker;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.RandomOffice;
import dev.baton.projections.testing.Replaying;
import dev.baton.projections.testing.Running;
import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@Tag("random")
class ReplayTest {
    private static final Broker BROKER = new Broker();
    private static final long SEED = Seed.of("replays");
    private static final List<EventEnvelope> EVENTS = written();

    private static List<EventEnvelope> written() {
        EventBook book = RandomOffice.written(SEED, 120);
        return book.events();
    }

    @BeforeAll
    static void write() {
        BROKER.write(EVENTS.subList(0, EVENTS.size() - 40));
    }

    @AfterAll
    static void close() {
        BROKER.close();
    }

    @Test
    void a_rebuilt_generation_equals_the_live_one_and_takes_its_place() {
        try (Running service = Running.on(BROKER, Postgres.newDatabaseUrl())) {
            service.awaitRead(EVENTS.size() - 40);
            Replaying replaying = new Replaying(service);
            String before = deals(service);

            JsonNode replay = replaying.run();

            assertThat(replay.path("phase").asString())
                    .as("seed %d: %s", SEED, replay)
                    .isEqualTo("DONE");
            assertThat(replay.path("differing").asLong()).isZero();
            assertThat(replay.path("percent").asInt()).isEqualTo(100);
            assertThat(replay.path("done").asLong()).isEqualTo(EVENTS.size() - 40);
            assertThat(replay.path("total").asLong()).isEqualTo(EVENTS.size() - 40);
            assertThat(replaying.live()).isEqualTo("gen_2");
            assertThat(replaying.viewed()).containsExactly("gen_2");
            assertThat(deals(service)).isEqualTo(before);
        }
    }

    /// Without their age in days, since midnight may come in between.
    private static String deals(Running service) {
        return service.get("/v1/deals?limit=200", "application/json").body().replaceAll("\"ageDays\":-?\\d+", "");
    }

    @Test
    void the_certificate_shows_neither_the_number_of_threads_nor_the_size_of_batches() {
        String database = Postgres.newDatabaseUrl();
        Set<String> certificates = new TreeSet<>();
        List<List<String>> ways = List.of(
                List.of("--baton.replay.workers=1", "--baton.replay.partitions=64", "--baton.replay.batch-size=1"),
                List.of("--baton.replay.workers=4", "--baton.replay.partitions=1", "--baton.replay.batch-size=7"),
                List.of("--baton.replay.workers=2", "--baton.replay.partitions=8", "--baton.replay.batch-size=20000"));
        for (List<String> way : ways) {
            try (Running service = Running.on(BROKER, database, way.toArray(String[]::new))) {
                service.awaitRead(EVENTS.size() - 40);
                JsonNode replay = new Replaying(service).run();
                assertThat(replay.path("phase").asString())
                        .as("seed %d: %s", SEED, replay)
                        .isEqualTo("DONE");
                certificates.add(replay.at("/certificate/checksum").asString());
            }
        }
        assertThat(certificates).as("seed %d", SEED).hasSize(1);
    }

    @Test
    void what_arrives_after_the_swap_is_in_both_generations_and_a_start_keeps_the_live_one() {
        String database = Postgres.newDatabaseUrl();
        try (Broker broker = new Broker()) {
            broker.write(EVENTS.subList(0, EVENTS.size() - 40));
            try (Running service = Running.on(broker, database)) {
                service.awaitRead(EVENTS.size() - 40);
                assertThat(new Replaying(service).rollBack().statusCode()).isEqualTo(409);
                assertThat(new Replaying(service).run().path("phase").asString())
                        .isEqualTo("DONE");
                broker.write(EVENTS.subList(EVENTS.size() - 40, EVENTS.size() - 20));
                service.awaitRead(EVENTS.size() - 20);
            }
            try (Running service = Running.on(broker, database)) {
                Replaying replaying = new Replaying(service);
                assertThat(replaying.live()).isEqualTo("gen_2");
                assertThat(replaying.viewed()).containsExactly("gen_2");
                broker.write(EVENTS.subList(EVENTS.size() - 20, EVENTS.size()));
                service.awaitRead(EVENTS.size());
                String rebuilt = deals(service);

                assertThat(replaying.rollBack().statusCode()).isEqualTo(200);

                assertThat(replaying.live()).isEqualTo("gen_1");
                assertThat(replaying.viewed()).containsExactly("gen_1");
                assertThat(deals(service)).isEqualTo(rebuilt);
                assertThat(replaying.run().path("phase").asString()).isEqualTo("DONE");
                assertThat(replaying.live()).isEqualTo("gen_3");
                readersOfTheLiveAndTheOneBefore(service);
            }
        }
    }

    private static void readersOfTheLiveAndTheOneBefore(Running service) {
        await().atMost(Patience.LIMIT)
                .untilAsserted(() -> assertThat(service.json("/ops/projections")
                                .path("rows")
                                .valueStream()
                                .map(reader -> reader.path("reader").asString()))
                        .containsExactly("gen_1-deals", "gen_1-members", "gen_3-deals", "gen_3-members"));
    }

    @Test
    void a_plan_says_what_would_be_done_and_does_nothing() {
        try (Running service = Running.on(BROKER, Postgres.newDatabaseUrl())) {
            service.awaitRead(EVENTS.size() - 40);

            JsonNode plan = service.json("/ops/replays/plan");

            assertThat(plan.path("total").asLong()).isEqualTo(EVENTS.size() - 40);
            assertThat(plan.path("live").asString()).isEqualTo("gen_1");
            assertThat(plan.path("builds").asString()).isEqualTo("gen_2");
            assertThat(plan.at("/tables/deal_current").asLong()).isEqualTo(leads());
            assertThat(plan.path("sends").asString()).isEqualTo("nothing");
            assertThat(service.json("/ops/replays").path("rows")).isEmpty();
        }
    }

    private static long leads() {
        return EVENTS.subList(0, EVENTS.size() - 40).stream()
                .filter(event -> event.type().startsWith("baton.deal.lead-found"))
                .count();
    }

    @Test
    void replays_are_for_operators() {
        try (Running service = Running.on(BROKER, Postgres.newDatabaseUrl())) {
            var refused = service.post("/ops/replays", TestTokens.client("analyst", "reports:read"), "k", "{}");

            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("scope-required");
            assertThat(service.get("/ops/replays/7", "application/json").statusCode())
                    .isEqualTo(404);
        }
    }
}
