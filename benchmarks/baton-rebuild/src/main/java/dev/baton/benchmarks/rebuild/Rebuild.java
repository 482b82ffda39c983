package dev.baton.benchmarks.rebuild;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.benchmarks.visible.Stack;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.ReplayContender;
import dev.baton.contract.Topics;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.projections.generation.GenerationTables;
import dev.baton.projections.replay.Building;
import dev.baton.projections.replay.ReplaySettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The first two steps of a replay, BUILDING and INDEXING, by the service's own code from a topic of a real broker:
/// records, the guard per subject, decoding, folds, COPY, keys and statistics. What follows in a replay compares with
/// the live rows and swaps; no peer does that, and it is not measured.
final class Rebuild implements ReplayContender {
    /// The live generation: empty here, and the pattern of the next.
    static final String PATTERN = "gen_1";

    private static final ReplaySettings AS_THE_SERVICE_HAS_THEM = new ReplaySettings(2, 8, 5_000);

    private final ConfigurableApplicationContext service;
    private final GenerationTables tables;
    private final JdbcClient jdbc;
    private final EndOffsets ends;
    private final Building building;
    private int number = 1;

    Rebuild(Place place, ReadModels models) throws Exception {
        Stack ground = Stack.of(Objects.requireNonNull(place.ground(), "it needs Kafka"));
        service = RebuildService.start(place.database(), ground.kafka());
        tables = service.getBean(GenerationTables.class);
        jdbc = service.getBean(JdbcClient.class);
        ends = service.getBean(EndOffsets.class);
        building = new Building(
                models.of(service.getBean(JdbcTemplate.class), new JsonEventCodec()),
                service.getBean(TopicReaders.class),
                ends,
                jdbc,
                AS_THE_SERVICE_HAS_THEM);
    }

    /// The topic is the same for all that read it: the first one fills it.
    @Override
    public void fill(long events) {
        service.getBean(BatonTopics.class).ensure();
        long there = records();
        if (there == 0) {
            Published.events(service.getBean(KafkaClients.class), events);
        } else if (there != events) {
            throw new IllegalStateException("the topic has " + there + " records, not " + events);
        }
    }

    private long records() {
        return ends.of(List.of(Topics.DEALS)).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    @Override
    public void empty() {
        tables.dropUnused(PATTERN);
        number++;
        tables.create(generation(), PATTERN);
    }

    @Override
    public long rebuild(Duration most) {
        AtomicLong read = new AtomicLong();
        building.build(generation(), read::addAndGet);
        tables.index(generation(), PATTERN);
        show();
        return read.get();
    }

    private void show() {
        jdbc.sql("create view story as select deal_id, event_id, sequence, type, occurred_at, data from " + generation()
                        + ".deal_timeline")
                .update();
    }

    private String generation() {
        return "gen_" + number;
    }

    @Override
    public void close() {
        service.close();
    }
}
