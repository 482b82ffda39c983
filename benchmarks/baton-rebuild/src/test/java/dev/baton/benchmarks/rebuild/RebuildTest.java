package dev.baton.benchmarks.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.benchmarks.check.Stories;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.ReplayContender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

class RebuildTest {
    private static final long EVENTS = 7_001;

    @TempDir
    private static Path ground;

    private static EmbeddedKafkaKraftBroker kafka;

    @BeforeAll
    static void start() throws Exception {
        kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.afterPropertiesSet();
        Files.writeString(
                ground.resolve("baton.json"), "{\"kafka\":\"" + kafka.getBrokersAsString() + "\",\"processes\":[]}");
        Files.writeString(ground.resolve("credentials.json"), "{}");
    }

    @AfterAll
    static void stop() {
        kafka.destroy();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebuild", "rebuild-all"})
    void every_event_of_the_topic_is_in_the_read_model_once_however_often_it_is_rebuilt(String name) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .start()) {
            Place place = new Place(postgres.getJdbcUrl("postgres", "postgres"), Path.of("../.."), 10, ground);
            try (ReplayContender rebuild =
                    RebuildContestants.ALL.replaying().get(name).at(place)) {
                rebuild.fill(EVENTS);
                for (int again = 0; again < 2; again++) {
                    rebuild.empty();
                    assertThat(rebuild.rebuild(Duration.ofMinutes(5))).isEqualTo(EVENTS);
                }
                assertThat(Stories.in(place.database())).isEqualTo(Stories.expected(EVENTS));
            }
        }
    }
}
