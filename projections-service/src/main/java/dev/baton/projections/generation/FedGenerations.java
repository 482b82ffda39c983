package dev.baton.projections.generation;

import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.projections.folding.Models;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// Runs the readers of every generation that is to be fed, and looks again now and then: another
/// instance may have swapped. The readers are beans, as if they had been declared, for health,
/// metrics and the shutdown.
@Component
@DependsOnDatabaseInitialization
@EnableConfigurationProperties(FoldingSettings.class)
public class FedGenerations implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(FedGenerations.class);

    private final Generations generations;
    private final Models models;
    private final TopicReaders readers;
    private final FoldingSettings settings;
    private final DefaultListableBeanFactory beans;
    private final MeterRegistry meters;
    private final Map<String, List<TopicReader>> running = new HashMap<>();
    private @Nullable ScheduledExecutorService watch;

    FedGenerations(
            Generations generations,
            Models models,
            TopicReaders readers,
            FoldingSettings settings,
            DefaultListableBeanFactory beans,
            MeterRegistry meters) {
        this.generations = generations;
        this.models = models;
        this.readers = readers;
        this.settings = settings;
        this.beans = beans;
        this.meters = meters;
    }

    /// Starts and stops readers until exactly those run that should; returns when that is so.
    public synchronized void follow() {
        if (watch == null) {
            return;
        }
        Set<String> fed = generations.all().stream()
                .filter(Generation::fed)
                .map(Generation::name)
                .collect(Collectors.toSet());
        List.copyOf(running.keySet()).stream()
                .filter(name -> !fed.contains(name))
                .forEach(this::stop);
        fed.stream().filter(name -> !running.containsKey(name)).forEach(this::start);
    }

    @Override
    public synchronized void start() {
        watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("generations").daemon(true).factory());
        follow();
        long pause = settings.follow().toMillis();
        watch.scheduleWithFixedDelay(this::look, pause, pause, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (watch != null) {
            watch.shutdownNow();
            watch = null;
        }
        List.copyOf(running.keySet()).forEach(this::stop);
    }

    @Override
    public synchronized boolean isRunning() {
        return watch != null;
    }

    private void look() {
        try {
            follow();
        } catch (RuntimeException passing) {
            log.warn("The generations cannot be looked at now: {}", passing.getMessage());
        }
    }

    private void start(String generation) {
        List<TopicReader> started = models.of(generation).stream()
                .map(model -> readers.reader(model.reader(settings.batchSize()), model.handler()))
                .toList();
        started.forEach(this::start);
        running.put(generation, started);
        log.info("Feeding {}", generation);
    }

    private void start(TopicReader reader) {
        beans.registerSingleton(reader.name(), reader);
        lag(reader).register(meters);
        reader.start();
    }

    private void stop(String generation) {
        running.getOrDefault(generation, List.of()).forEach(this::stop);
        running.remove(generation);
        log.info("No longer feeding {}", generation);
    }

    private void stop(TopicReader reader) {
        reader.stop();
        beans.destroySingleton(reader.name());
        meters.find("baton.reader.lag").tag("reader", reader.name()).meters().forEach(meters::remove);
    }

    private static Gauge.Builder<TopicReader> lag(TopicReader reader) {
        return Gauge.builder("baton.reader.lag", reader, TopicReader::lag)
                .description("Records that this instance's partitions hold and the reader has not read")
                .tag("reader", reader.name());
    }
}
