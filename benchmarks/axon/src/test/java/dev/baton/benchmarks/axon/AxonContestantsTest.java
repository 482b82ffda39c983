package dev.baton.benchmarks.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.benchmarks.check.Fifty;
import dev.baton.benchmarks.check.Layout;
import dev.baton.benchmarks.check.Stories;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.ReplayContender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxonContestantsTest {

    @ParameterizedTest
    @CsvSource({"axon, AXON_JPA", "axon-tuned, AXON_JDBC"})
    void every_acknowledged_command_is_in_the_table_once(String name, Layout layout) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .start()) {
            Place place = new Place(postgres.getJdbcUrl("postgres", "postgres"), Path.of("../.."), 10);
            Fifty fifty = Fifty.by(AxonContestants.ALL.appending().get(name), place);
            assertThat(fifty.turn().failure()).isNull();
            assertThat(fifty.turn().done()).isEqualTo(Fifty.COMMANDS);
            assertThat(fifty.findings(layout)).isEmpty();
        }
    }

    @Test
    void the_processor_writes_every_event_once_however_often_it_begins_again() throws Exception {
        long events = 1_001;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .start()) {
            Place place = new Place(postgres.getJdbcUrl("postgres", "postgres"), Path.of("../.."), 10);
            try (ReplayContender processor =
                    AxonContestants.ALL.replaying().get("axon-processor").at(place)) {
                processor.fill(events);
                for (int again = 0; again < 2; again++) {
                    processor.empty();
                    assertThat(processor.rebuild(Duration.ofMinutes(5))).isEqualTo(events);
                    processor.halt();
                }
                assertThat(Stories.in(place.database())).isEqualTo(Stories.expected(events));
            }
        }
    }
}
