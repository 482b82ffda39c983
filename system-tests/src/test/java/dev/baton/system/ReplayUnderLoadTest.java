package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/// The read models are rebuilt while the demo loads and analysts ask; then by a service that is killed again and again.
@Tag("faults")
@Order(2)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReplayUnderLoadTest {
    private static final String SERVICE = "projections-service";
    private static final Duration LOAD = Duration.ofMinutes(25);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int KILLS = 4;

    private static Baton baton;
    private static Baton.Running load;

    @BeforeAll
    static void start() {
        baton = Baton.fresh("replayed-data");
        baton.run(Duration.ofMinutes(10), "up", "--detach").successful();
        load = baton.start("demo", "--detach");
    }

    @AfterAll
    static void stop() {
        baton.run("down").successful();
    }

    @Test
    @Order(1)
    void while_the_demo_loads_no_query_fails_and_the_rebuilt_rows_are_the_same() throws Exception {
        awaitLeads(2_000);
        try (Questions questions = new Questions(baton)) {
            live("gen_2");
            Baton.Outcome back = baton.run("replay", "rollback").successful();
            assertThat(back.output()).contains("gen_1");
            live("gen_3");
            say(questions.stop() + " questions were answered");
        }
        assertThat(load.process().isAlive()).as("the demo still loads").isTrue();
    }

    @Test
    @Order(2)
    void a_second_replay_and_a_way_back_are_refused_while_one_is_under_way() {
        Api.Reply one = post("/ops/replays");
        Api.Reply two = post("/ops/replays");
        Api.Reply back = post("/ops/replays/rollback");
        assertThat(one.status()).as(one.body()).isEqualTo(202);
        assertThat(two.status()).as(two.body()).isEqualTo(409);
        assertThat(two.problem().path("code").asString()).isEqualTo("replay-running");
        assertThat(back.status()).as(back.body()).isEqualTo(409);
        assertDone(ended(id(one)));
    }

    @Test
    @Order(3)
    void a_service_that_is_killed_at_any_moment_of_a_replay_ends_it_right() {
        long seed = Long.getLong("baton.seed", new Random().nextLong());
        say("kills during replays, -Dbaton.seed=" + seed);
        Random random = new Random(seed);
        long usual = millis(latest());
        for (int kill = 0; kill < KILLS; kill++) {
            long replay = id(post("/ops/replays"));
            LockSupport.parkNanos(Duration.ofMillis(random.nextLong(usual)).toNanos());
            JsonNode before = look(replay);
            kill();
            awaitUp();
            JsonNode after = ended(replay);
            say("killed in " + before.path("phase").asString() + " at "
                    + before.path("percent").asInt() + " %: "
                    + after.path("phase").asString());
            assertDone(after);
        }
    }

    @Test
    @Order(4)
    void what_was_loaded_meanwhile_comes_to_the_figures_of_the_file() {
        load.outcome(LOAD).successful();
        Figures.assertReached(baton.service(SERVICE, "analyst"));
        Baton.Outcome replayed = baton.run(PATIENCE, "replay").successful();
        assertThat(replayed.output()).contains("is live since", "Certificate");
        assertThat(replayed.errors()).contains("100%");
        Figures.assertReached(baton.service(SERVICE, "analyst"));
        assertThat(baton.run(PATIENCE, "verify").successful().output()).contains("VERIFIED");
    }

    /// Rebuilds as an operator does, and looks at what came of it.
    private static void live(String generation) {
        long before = stored();
        Baton.Outcome replayed = baton.run(PATIENCE, "replay").successful();
        assertThat(replayed.output()).contains(generation + " is live since", "Certificate");
        assertThat(replayed.errors()).contains("100%");
        JsonNode replay = latest();
        assertThat(replay.path("generation").asString()).isEqualTo(generation);
        assertDone(replay);
        long meanwhile = stored() - before;
        say(generation + " of " + replay.path("done").asLong() + " events; " + meanwhile + " came meanwhile");
        assertThat(meanwhile).as("the load goes on").isPositive();
    }

    /// Events in both logs; what one took in of the other's counts twice.
    private static long stored() {
        return Stream.of("deals", "roles")
                .mapToLong(name -> Database.of(baton, name).number("select max(position) from event"))
                .sum();
    }

    private static void assertDone(JsonNode replay) {
        assertThat(replay.path("phase").asString()).as("%s", replay).isEqualTo("DONE");
        assertThat(replay.path("differing").asLong(-1)).as("%s", replay).isZero();
        assertThat(replay.path("percent").asInt()).isEqualTo(100);
        assertThat(replay.path("done").asLong()).isEqualTo(replay.path("total").asLong());
    }

    private static Api.Reply post(String path) {
        return baton.service(SERVICE, "operator")
                .post(
                        path,
                        "{}",
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                UUID.randomUUID().toString()));
    }

    private static long id(Api.Reply begun) {
        return begun.json().path("id").asLong();
    }

    private static JsonNode latest() {
        return baton.service(SERVICE, "operator").get("/ops/replays").json().at("/rows/0");
    }

    /// From the request to the end.
    private static long millis(JsonNode replay) {
        return Duration.between(
                        Instant.parse(replay.path("startedAt").asString()),
                        Instant.parse(replay.path("finishedAt").asString()))
                .toMillis();
    }

    private static JsonNode look(long replay) {
        return baton.service(SERVICE, "operator").get("/ops/replays/" + replay).json();
    }

    private static JsonNode ended(long replay) {
        await("replay " + replay).atMost(PATIENCE).until(() -> look(replay).hasNonNull("finishedAt"));
        return look(replay);
    }

    private static void kill() {
        long pid = baton.status().part(SERVICE).pid();
        ProcessHandle victim = ProcessHandle.of(pid).orElseThrow();
        assertThat(victim.destroyForcibly()).isTrue();
        await().atMost(PATIENCE).until(() -> !victim.isAlive());
    }

    private static void awaitUp() {
        Api reports = baton.service(SERVICE, "operator");
        await(SERVICE + " is up again")
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> reports.get("/ops/replays").status() == 200);
    }

    private static void awaitLeads(int leads) {
        EventLog log = EventLog.ofDeals(baton);
        await(leads + " leads")
                .atMost(PATIENCE)
                .failFast(() -> assertThat(load.process().isAlive())
                        .as(load.outputSoFar())
                        .isTrue())
                .until(() -> log.leads() >= leads);
    }

    private static void say(String what) {
        System.out.println(LocalTime.now().withNano(0) + " " + what);
    }
}
