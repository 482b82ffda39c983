package dev.baton.projections.replay;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.projections.folding.Model;
import dev.baton.projections.folding.Models;
import dev.baton.projections.generation.Positions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Fills the tables of a new generation, a lot of partitions at a time and in one transaction each:
/// killed in between, it goes on with the lots that are missing.
@Component
public class Building {
    private static final Logger log = LoggerFactory.getLogger(Building.class);

    private final Models models;
    private final TopicReaders readers;
    private final EndOffsets ends;
    private final JdbcClient jdbc;
    private final ReplaySettings settings;

    private record Lot(Model<?> model, Map<TopicPartition, Long> fence) {}

    public Building(Models models, TopicReaders readers, EndOffsets ends, JdbcClient jdbc, ReplaySettings settings) {
        this.models = models;
        this.readers = readers;
        this.ends = ends;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /// @param read is told how many more events have been read; fewer, when they have to be read again
    public void build(String generation, LongConsumer read) {
        Positions built = Positions.of(jdbc, generation);
        ExecutorService workers = Executors.newFixedThreadPool(
                settings.workers(),
                Thread.ofPlatform().name("replay-", 1).daemon(true).factory());
        try (workers) {
            List<Future<?>> under = new ArrayList<>();
            lots(generation, built).forEach(lot -> under.add(workers.submit(() -> build(lot, read))));
            await(under, workers);
        }
    }

    private List<Lot> lots(String generation, Positions built) {
        List<Lot> lots = new ArrayList<>();
        for (Model<?> model : models.of(generation)) {
            Map<TopicPartition, Long> lot = new HashMap<>();
            for (var end : ends.of(List.of(model.topic())).entrySet()) {
                if (end.getValue() > 0 && built.at(end.getKey()) == 0) {
                    lot.put(end.getKey(), end.getValue());
                }
                if (lot.size() == settings.partitions()) {
                    lots.add(new Lot(model, Map.copyOf(lot)));
                    lot.clear();
                }
            }
            if (!lot.isEmpty()) {
                lots.add(new Lot(model, Map.copyOf(lot)));
            }
        }
        return lots;
    }

    /// Rows that PostgreSQL refuses are left to the readers' own way, which sets aside the one
    /// event that they are made of.
    private void build(Lot lot, LongConsumer read) {
        AtomicLong own = new AtomicLong();
        try {
            readers.bulk(lot.model().reader(settings.batchSize()))
                    .read(lot.fence(), lot.model().bulk(), more -> {
                        own.addAndGet(more);
                        read.accept(more);
                    });
        } catch (DataIntegrityViolationException refused) {
            log.warn("{} is read event by event: {}", lot.fence().keySet(), refused.getMessage());
            read.accept(-own.get());
        }
    }

    private static void await(List<Future<?>> under, ExecutorService workers) {
        try {
            for (Future<?> lot : under) {
                lot.get();
            }
        } catch (ExecutionException failed) {
            workers.shutdownNow();
            throw failed.getCause() instanceof RuntimeException own
                    ? own
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while building", stopped);
        }
    }
}
