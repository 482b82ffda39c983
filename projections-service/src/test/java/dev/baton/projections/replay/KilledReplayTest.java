package dev.baton.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.testing.Patience;
import dev.baton.contract.testing.Seed;
import dev.baton.projections.testing.Broker;
import dev.baton.projections.testing.Hurdles;
import dev.baton.projections.testing.PlantedFault;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.RandomOffice;
import dev.baton.projections.testing.Replaying;
import dev.baton.projections.testing.Running;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

@Tag("random")
class KilledReplayTest {
    private static final String HURDLES = "--spring.profiles.active=open-console,hurdles";
    private static final String FAULTS = "--spring.profiles.active=open-console,planted-fault";
    private static final long SEED = Seed.of("killed replays");
    private static final Broker BROKER = new Broker();
    private static final List<EventEnvelope> EVENTS = written();

    private static List<EventEnvelope> written() {
        return RandomOffice.written(SEED, 60).events();
    }

    @BeforeAll
    static void write() {
        BROKER.write(EVENTS);
    }

    @AfterEach
    void clear() {
        Hurdles.none();
        PlantedFault.dieAfter(-1);
    }

    @AfterAll
    static void close() {
        BROKER.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = ReplayPhase.class,
            names = {"BUILDING", "INDEXING", "CATCHING_UP", "COMPARING", "SWAPPING", "DONE"})
    void a_replay_that_is_killed_goes_on_at_the_next_start(ReplayPhase deadly) {
        String database = Postgres.newDatabaseUrl();
        long id;
        try (Running service = Running.on(BROKER, database, HURDLES)) {
            service.awaitRead(EVENTS.size());
            CountDownLatch killed = new CountDownLatch(1);
            Hurdles.at(phase -> {
                if (phase == deadly) {
                    killed.countDown();
                    Hurdles.die(phase);
                }
            });
            Replaying replaying = new Replaying(service);
            id = replaying.begun(replaying.begin("the one", "{}"));
            await().dontCatchUncaughtExceptions().atMost(Patience.LIMIT).until(() -> killed.getCount() == 0);
            assertThat(replaying.viewed()).hasSize(1);
        }
        Hurdles.none();
        try (Running service = Running.on(BROKER, database, HURDLES)) {
            JsonNode replay = new Replaying(service).ended(id);

            assertThat(replay.path("phase").asString())
                    .as("seed %d: %s", SEED, replay)
                    .isEqualTo("DONE");
            assertThat(replay.path("percent").asInt()).isEqualTo(100);
            assertThat(new Replaying(service).viewed()).containsExactly("gen_2");
            JsonNode again = new Replaying(service).run();
            assertThat(again.at("/certificate/checksum")).isEqualTo(replay.at("/certificate/checksum"));
        }
    }

    @Test
    void a_replay_that_dies_while_it_folds_goes_on_with_the_same_certificate() {
        try (Running service = Running.on(
                BROKER, Postgres.newDatabaseUrl(), FAULTS, "--baton.replay.partitions=2", "--baton.replay.workers=2")) {
            service.awaitRead(EVENTS.size());
            PlantedFault.dieAfter(EVENTS.size() * 3);

            JsonNode replay = new Replaying(service).run();

            assertThat(replay.path("phase").asString())
                    .as("seed %d: %s", SEED, replay)
                    .isEqualTo("DONE");
            assertThat(replay.path("done").asLong()).isEqualTo(EVENTS.size());
            JsonNode again = new Replaying(service).run();
            assertThat(again.at("/certificate/checksum")).isEqualTo(replay.at("/certificate/checksum"));
        }
    }

    @Test
    void a_service_that_is_stopped_while_it_replays_stops_and_goes_on_later() {
        String database = Postgres.newDatabaseUrl();
        long id;
        try (Running service = Running.on(BROKER, database, HURDLES)) {
            service.awaitRead(EVENTS.size());
            Hurdles.at(phase -> awaitInterruption(phase));
            Replaying replaying = new Replaying(service);
            id = replaying.begun(replaying.begin("stopped", "{}"));
            await().atMost(Patience.LIMIT)
                    .until(() -> replaying.latest().path("phase").asString().equals("COMPARING"));
        }
        Hurdles.none();
        try (Running service = Running.on(BROKER, database, HURDLES)) {
            assertThat(new Replaying(service).ended(id).path("phase").asString())
                    .isEqualTo("DONE");
        }
    }

    private static void awaitInterruption(ReplayPhase phase) {
        if (phase == ReplayPhase.COMPARING) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    @Test
    void two_at_once_are_refused_and_a_repeated_request_is_answered() {
        try (Running service = Running.on(BROKER, Postgres.newDatabaseUrl(), HURDLES)) {
            service.awaitRead(EVENTS.size());
            CountDownLatch gate = new CountDownLatch(1);
            Hurdles.at(phase -> pass(gate));
            Replaying replaying = new Replaying(service);
            long id = replaying.begun(replaying.begin("one", "{}"));

            HttpResponse<String> second = replaying.begin("two", "{}");

            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(second.body()).contains("replay-running");
            assertThat(replaying.begun(replaying.begin("one", "{}"))).isEqualTo(id);
            await().atMost(Patience.LIMIT).until(() -> replaying.rollBack().statusCode() == 409);
            gate.countDown();
            assertThat(replaying.ended(id).path("phase").asString()).isEqualTo("DONE");
            assertThat(replaying.begun(replaying.begin("one", "{}"))).isEqualTo(id);
        }
    }

    /// The replay is over for whoever watches it, and still has its turn.
    @Test
    void a_way_back_that_is_asked_for_while_a_replay_lets_go_is_gone() {
        try (Running service = Running.on(BROKER, Postgres.newDatabaseUrl(), HURDLES)) {
            service.awaitRead(EVENTS.size());
            CountDownLatch gate = new CountDownLatch(1);
            Hurdles.at(phase -> {
                if (phase == ReplayPhase.DONE) {
                    pass(gate);
                }
            });
            Replaying replaying = new Replaying(service);
            assertThat(replaying.run().path("phase").asString()).isEqualTo("DONE");
            CompletableFuture<HttpResponse<String>> back = CompletableFuture.supplyAsync(replaying::rollBack);
            await().until(() -> sessionsThatAskedForATurn(service) > 1);

            gate.countDown();

            assertThat(back.join().statusCode()).as(back.join().body()).isEqualTo(200);
            assertThat(replaying.live()).isEqualTo("gen_1");
        }
    }

    private static long sessionsThatAskedForATurn(Running service) {
        return service.sql()
                .sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and query like 'select pg_try_advisory_lock%'")
                .query(Long.class)
                .single();
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
