package dev.baton.benchmarks.pekko;

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

class PekkoContestantsTest {

    @Test
    void every_acknowledged_command_is_in_the_table_once() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .start()) {
            Place place = new Place(postgres.getJdbcUrl("postgres", "postgres"), Path.of("../.."), 10);
            Fifty fifty = Fifty.by(PekkoContestants.ALL.appending().get("pekko"), place);
            assertThat(fifty.turn().failure()).isNull();
            assertThat(fifty.turn().done()).isEqualTo(Fifty.COMMANDS);
            assertThat(fifty.findings(Layout.PEKKO)).isEmpty();
        }
    }

    @Test
    void the_projection_writes_every_event_once_however_often_it_begins_again() throws Exception {
        long events = 4_000;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .start()) {
            Place place = new Place(postgres.getJdbcUrl("postgres", "postgres"), Path.of("../.."), 10);
            try (ReplayContender projection =
                    PekkoContestants.ALL.replaying().get("pekko-projection").at(place)) {
                projection.fill(events);
                for (int again = 0; again < 2; again++) {
                    projection.empty();
                    assertThat(projection.rebuild(Duration.ofMinutes(5))).isEqualTo(events);
                    projection.halt();
                }
                assertThat(Stories.in(place.database())).isEqualTo(Stories.expected(events));
            }
        }
    }
}
