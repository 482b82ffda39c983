package dev.baton.projections.testing;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.contract.EventEnvelope;
import dev.baton.projections.folding.Model;
import dev.baton.projections.folding.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;

/// What events come to, in a database of their own: the fold tables, and the views whose rows are made of several.
public final class FoldedRows implements AutoCloseable {
    private static final List<String> READ = List.of(
            "gen_1.deal_current",
            "gen_1.deal_timeline",
            "gen_1.stage_visit",
            "gen_1.responsibility_interval",
            "gen_1.handoff_request",
            "gen_1.assignment_decision",
            "gen_1.waiting_assignment",
            "gen_1.offer",
            "gen_1.deal_close",
            "gen_1.support_deal",
            "gen_1.commitment",
            "gen_1.support_case",
            "gen_1.member",
            "gen_1.member_slot",
            "analytics.deal_timeline",
            "analytics.close",
            "analytics.support_outcome",
            "analytics.responsibility_interval");

    private final HikariDataSource database = new HikariDataSource();
    private final JdbcTemplate jdbc = new JdbcTemplate(database);
    private final List<Model<?>> models;

    public FoldedRows(Function<JdbcTemplate, Models> folding) {
        database.setJdbcUrl(Postgres.newDatabaseUrl());
        database.setMaximumPoolSize(2);
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/projections")
                .placeholders(Map.of("generation", "gen_1"))
                .load()
                .migrate();
        models = folding.apply(jdbc).of("gen_1");
    }

    /// In the order in which they are given, in batches of that size.
    public FoldedRows fold(List<EventEnvelope> events, int size) {
        for (int from = 0; from < events.size(); from += size) {
            List<EventEnvelope> batch = events.subList(from, Math.min(events.size(), from + size));
            models.forEach(model -> handle(model, batch));
        }
        return this;
    }

    public Map<String, List<String>> all() {
        Map<String, List<String>> all = new TreeMap<>();
        READ.forEach(table -> all.put(
                table, jdbc.queryForList("select t::text from " + table + " t order by t::text", String.class)));
        return all;
    }

    public JdbcTemplate jdbc() {
        return jdbc;
    }

    @Override
    public void close() {
        database.close();
    }

    private static void handle(Model<?> model, List<EventEnvelope> batch) {
        List<ReceivedEvent> received = new ArrayList<>();
        batch.stream()
                .filter(event -> Broker.topic(event).equals(model.topic()))
                .forEach(event -> received.add(new ReceivedEvent(event, model.topic(), 0, received.size())));
        if (!received.isEmpty()) {
            model.handler().handle(received);
        }
    }
}
