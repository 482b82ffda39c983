package dev.baton.projections;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.projections.fact.FactReader;
import dev.baton.projections.fact.MemberFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.BatchFolding;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.RandomOffice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/// The rows must not show in which portions the events came.
class BatchSizesTest {
    private static final List<String> TABLES = List.of(
            "deal_current",
            "deal_timeline",
            "stage_visit",
            "responsibility_interval",
            "handoff_request",
            "assignment_decision",
            "waiting_assignment",
            "offer",
            "deal_close",
            "member",
            "member_slot");

    private final FactReader facts = new FactReader(new JsonEventCodec());

    @Test
    void folding_in_batches_of_any_size_gives_the_same_rows() {
        long seed = new Random().nextLong();
        System.out.println("seed " + seed);
        List<ReceivedEvent> events = received(RandomOffice.written(seed, 25));

        Map<String, List<String>> atOnce = rows(events, events.size());

        assertThat(atOnce.get("deal_current")).hasSize(25);
        assertThat(rows(events, 1)).as("one by one, seed %d", seed).isEqualTo(atOnce);
        assertThat(rows(events, 13)).as("by thirteen, seed %d", seed).isEqualTo(atOnce);
    }

    private Map<String, List<String>> rows(List<ReceivedEvent> events, int size) {
        try (HikariDataSource database = migrated()) {
            JdbcTemplate jdbc = new JdbcTemplate(database);
            BatchFolding<StoryFact> deals = new BatchFolding<>(facts, StoryFact.class, Folding.ofDeals(jdbc, "gen_1"));
            BatchFolding<MemberFact> members =
                    new BatchFolding<>(facts, MemberFact.class, Folding.ofMembers(jdbc, "gen_1"));
            for (int from = 0; from < events.size(); from += size) {
                List<ReceivedEvent> batch = events.subList(from, Math.min(events.size(), from + size));
                handle(deals, batch, false);
                handle(members, batch, true);
            }
            return dump(jdbc);
        }
    }

    private static void handle(BatchFolding<?> folding, List<ReceivedEvent> batch, boolean ofMembers) {
        List<ReceivedEvent> own = batch.stream()
                .filter(event -> event.envelope().subject().contains("/") == ofMembers)
                .toList();
        if (!own.isEmpty()) {
            folding.handle(own);
        }
    }

    private static Map<String, List<String>> dump(JdbcTemplate jdbc) {
        Map<String, List<String>> dump = new TreeMap<>();
        TABLES.forEach(table -> dump.put(
                table, jdbc.queryForList("select t::text from gen_1." + table + " t order by t::text", String.class)));
        return dump;
    }

    private static HikariDataSource migrated() {
        HikariDataSource database = new HikariDataSource();
        database.setJdbcUrl(Postgres.newDatabaseUrl());
        database.setMaximumPoolSize(2);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/projections")
                .placeholders(Map.of("generation", "gen_1"))
                .load()
                .migrate();
        return database;
    }

    private static List<ReceivedEvent> received(EventBook book) {
        List<ReceivedEvent> received = new ArrayList<>();
        book.events().forEach(event -> received.add(new ReceivedEvent(event, "topic", 0, received.size())));
        return received;
    }
}
