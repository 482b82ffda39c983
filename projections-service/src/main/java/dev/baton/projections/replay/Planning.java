package dev.baton.projections.replay;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.projections.folding.Models;
import dev.baton.projections.generation.GenerationTables;
import dev.baton.projections.generation.Generations;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Says what a replay would do; changes nothing.
@Component
class Planning {
    private static final long CAUTIOUS_RATE = 20_000;

    private final Generations generations;
    private final GenerationTables tables;
    private final Models models;
    private final EndOffsets ends;
    private final ReplayRows replays;
    private final JdbcClient jdbc;

    Planning(
            Generations generations,
            GenerationTables tables,
            Models models,
            EndOffsets ends,
            ReplayRows replays,
            JdbcClient jdbc) {
        this.generations = generations;
        this.tables = tables;
        this.models = models;
        this.ends = ends;
        this.replays = replays;
        this.jdbc = jdbc;
    }

    ReplayPlan plan() {
        String live = generations.live().name();
        String next = generations.nextName();
        Map<String, Long> events = events(live);
        long total = events.values().stream().mapToLong(Long::longValue).sum();
        return new ReplayPlan(
                live, next, events, total, Math.ceilDiv(total, rate()), rows(live), tables.unused(next), "nothing");
    }

    private Map<String, Long> events(String generation) {
        Map<String, Long> events = new TreeMap<>();
        models.of(generation)
                .forEach(model -> events.put(
                        model.topic(),
                        ends.of(List.of(model.topic())).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()));
        return events;
    }

    private Map<String, Long> rows(String generation) {
        Map<String, Long> rows = new TreeMap<>();
        tables.of(generation)
                .forEach(table -> rows.put(
                        table,
                        jdbc.sql("select count(*) from " + generation + "." + table)
                                .query(Long.class)
                                .single()));
        return rows;
    }

    private long rate() {
        return replays.latest(20).stream()
                .filter(replay -> replay.phase() == ReplayPhase.DONE && replay.eventsPerSecond() > 0)
                .findFirst()
                .map(Replay::eventsPerSecond)
                .orElse(CAUTIOUS_RATE);
    }
}
