package dev.baton.benchmarks.baton;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.benchmarks.check.Fifty;
import dev.baton.benchmarks.check.Layout;
import dev.baton.benchmarks.work.Place;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BatonInProcessTest {

    @Test
    void every_acknowledged_command_is_in_the_table_once() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start()) {
            Place place = new Place(postgres.getJdbcUrl("postgres", "postgres"), Path.of("../.."), 10);
            Fifty fifty = Fifty.by(BatonInProcess.ALL.appending().get("baton"), place);
            assertThat(fifty.turn().failure()).isNull();
            assertThat(fifty.turn().done()).isEqualTo(Fifty.COMMANDS);
            assertThat(fifty.findings(Layout.BATON)).isEmpty();
        }
    }
}
