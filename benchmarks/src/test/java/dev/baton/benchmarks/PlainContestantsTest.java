package dev.baton.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.benchmarks.check.Fifty;
import dev.baton.benchmarks.check.Finding;
import dev.baton.benchmarks.check.Invariants;
import dev.baton.benchmarks.check.Layout;
import dev.baton.benchmarks.run.Contestant;
import dev.baton.benchmarks.work.Place;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the contenders acknowledge is in the tables, and what is not would be told.
class PlainContestantsTest {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setPGStartupWait(Duration.ofMinutes(2))
                .setServerConfig("fsync", "on")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {Contestant.FLOOR, Contestant.SINGLE})
    void every_acknowledged_command_is_in_the_table_once(String name) throws Exception {
        Fifty fifty = Fifty.by(PlainContestants.ALL.appending().get(name), place("whole_" + name));
        assertThat(fifty.findings(Layout.BATON)).isEmpty();
        assertThat(fifty.turn().done()).isEqualTo(Fifty.COMMANDS);
        assertThat(fifty.turn().failure()).isNull();
    }

    @Test
    void a_lost_event_is_found() throws Exception {
        assertThat(afterwards("lost", "delete from event where position = 7"))
                .extracting(Finding::what)
                .anyMatch(what -> what.startsWith("1 acknowledged and not in the table"));
    }

    @Test
    void a_changed_event_is_found() throws Exception {
        assertThat(afterwards("changed", "update event set payload = payload || ' ' where position = 7"))
                .extracting(Finding::what)
                .anyMatch(what -> what.startsWith("the chain breaks"));
    }

    @Test
    void an_event_that_is_there_twice_is_found() throws Exception {
        assertThat(afterwards("twice", """
                        insert into event select 51, gen_random_uuid(), stream_id, 77, type, payload, metadata,
                            occurred_at, recorded_at, source from event where position = 7
                        """))
                .extracting(Finding::what)
                .anyMatch(what -> what.equals("1 in the table more than once"))
                .anyMatch(what -> what.equals("1 streams with a hole"))
                .anyMatch(what -> what.equals("events follow the last commit"));
    }

    @Test
    void an_event_without_its_answer_is_found() throws Exception {
        assertThat(afterwards(
                        "unanswered",
                        "delete from idempotent_answer where key = (select min(key) from idempotent_answer)"))
                .extracting(Finding::what)
                .containsExactly("answers under keys are 49, events 50");
    }

    private Iterable<Finding> afterwards(String name, String harm) throws Exception {
        Place place = place(name);
        Fifty fifty = Fifty.by(PlainContestants.ALL.appending().get(Contestant.FLOOR), place);
        execute(name, harm);
        return Invariants.of(place.database(), Layout.BATON, fifty.acknowledged(), 0)
                .findings();
    }

    private Place place(String name) throws SQLException {
        execute("postgres", "create database " + name);
        return new Place(postgres.getJdbcUrl("postgres", name), Path.of(".."), 10);
    }

    private void execute(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
