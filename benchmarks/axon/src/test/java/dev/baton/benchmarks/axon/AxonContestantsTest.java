package dev.baton.benchmarks.axon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.benchmarks.check.Fifty;
import dev.baton.benchmarks.check.Layout;
import dev.baton.benchmarks.work.Place;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxonContestantsTest {

    @ParameterizedTest
    @CsvSource({"axon, AXON_JPA", "axon-tuned, AXON_JDBC"})
    void every_acknowledged_command_is_in_the_table_once(String name, Layout layout) throws Exception {
        try (EmbeddedPostgres postgres =
                EmbeddedPostgres.builder().setServerConfig("fsync", "on").start()) {
            Place place = new Place(postgres.getJdbcUrl("postgres", "postgres"), Path.of("../.."), 10);
            Fifty fifty = Fifty.by(AxonContestants.ALL.appending().get(name), place);
            assertThat(fifty.turn().failure()).isNull();
            assertThat(fifty.turn().done()).isEqualTo(Fifty.COMMANDS);
            assertThat(fifty.findings(layout)).isEmpty();
        }
    }
}
