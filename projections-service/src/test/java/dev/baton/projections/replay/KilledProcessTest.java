package dev.baton.projections.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.testing.Seed;
import dev.baton.projections.testing.Broker;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.ProjectionsProcess;
import dev.baton.projections.testing.RandomOffice;
import dev.baton.projections.testing.Replaying;
import dev.baton.projections.testing.Running;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/// One replay, whose process is killed with `kill -9` in every phase, one after the other.
@Tag("faults")
class KilledProcessTest {
    private static final List<String> PLACES =
            List.of("BUILDING", ProjectionsProcess.FOLDING, "INDEXING", "CATCHING_UP", "COMPARING", "SWAPPING");
    private static final long SEED = Seed.of("a replay that is killed in every phase");

    private final String database = Postgres.newDatabaseUrl();

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    void a_replay_whose_process_is_killed_in_every_phase_ends_right() throws Exception {
        List<EventEnvelope> events = RandomOffice.written(SEED, 200).events();
        try (Broker broker = new Broker()) {
            broker.write(events);
            try (Running service = Running.on(broker, database)) {
                service.awaitRead(events.size());
            }
            long replay = killedInEveryPhase(broker);
            killedWhileItSwaps(broker);
            assertThat(killedWhenItIsDone(broker)).isEqualTo("gen_2");
            try (Running service = Running.on(broker, database)) {
                Replaying replaying = new Replaying(service);
                JsonNode ended = replaying.ended(replay);
                assertThat(ended.path("phase").asString())
                        .as("seed %d: %s", SEED, ended)
                        .isEqualTo("DONE");
                assertThat(ended.path("percent").asInt()).isEqualTo(100);
                assertThat(ended.path("done").asLong()).isEqualTo(events.size());
                assertThat(ended.path("differing").asLong(-1)).isZero();
                assertThat(replaying.run().at("/certificate/checksum")).isEqualTo(ended.at("/certificate/checksum"));
            }
        }
    }

    private long killedInEveryPhase(Broker broker) throws Exception {
        long replay = 0;
        for (String place : PLACES) {
            try (ProjectionsProcess process = ProjectionsProcess.start(place, broker, database)) {
                replay = replay == 0 ? process.beginReplay() : replay;
                process.awaitStandingStill();
                process.kill();
            }
            assertThat(viewed()).as("killed at %s", place).isEqualTo("gen_1");
        }
        return replay;
    }

    /// In the transaction that changes the views: it waits for somebody who reads one of them.
    private void killedWhileItSwaps(Broker broker) throws Exception {
        try (Connection reader = DriverManager.getConnection(database);
                Statement question = reader.createStatement()) {
            reader.setAutoCommit(false);
            question.executeQuery("select count(*) from analytics.deal_current").close();
            try (ProjectionsProcess process = ProjectionsProcess.start(ProjectionsProcess.NOWHERE, broker, database)) {
                await().atMost(Duration.ofSeconds(120))
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> "true"
                                .equals(first("select exists (select from pg_locks where not granted"
                                        + " and relation = 'analytics.deal_current'::regclass)::text")));
                process.kill();
            }
        }
        assertThat(viewed()).as("killed in the swap").isEqualTo("gen_1");
    }

    private String killedWhenItIsDone(Broker broker) throws Exception {
        try (ProjectionsProcess process = ProjectionsProcess.start("DONE", broker, database)) {
            process.awaitStandingStill();
            process.kill();
        }
        return viewed();
    }

    /// The generations that the views speak of.
    private String viewed() throws SQLException {
        return first("select string_agg(distinct generation[1], ' ') from pg_views,"
                + " lateral regexp_matches(definition, 'gen_[0-9]+', 'g') generation where schemaname = 'analytics'");
    }

    private String first(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
