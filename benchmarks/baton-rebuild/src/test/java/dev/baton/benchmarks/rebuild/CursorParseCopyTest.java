package dev.baton.benchmarks.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.benchmarks.check.Stories;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.ReplayContender;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CursorParseCopyTest {
    private static final long EVENTS = 7_001;

    @Test
    void every_event_of_the_log_is_copied_once_however_often_it_is_rebuilt() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .start()) {
            Place place = new Place(postgres.getJdbcUrl("postgres", "postgres"), Path.of("../.."), 10);
            try (ReplayContender copy =
                    RebuildContestants.ALL.replaying().get("copy").at(place)) {
                copy.fill(EVENTS);
                for (int again = 0; again < 2; again++) {
                    copy.empty();
                    assertThat(copy.rebuild(Duration.ofMinutes(5))).isEqualTo(EVENTS);
                }
                assertThat(Stories.in(place.database())).isEqualTo(Stories.expected(EVENTS));
            }
        }
    }
}
