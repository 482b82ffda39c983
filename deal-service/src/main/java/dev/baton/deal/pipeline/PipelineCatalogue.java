package dev.baton.deal.pipeline;

import dev.baton.deal.lifecycle.Pipeline;
import dev.baton.deal.lifecycle.Pipelines;
import dev.baton.deal.versions.Version;
import dev.baton.deal.versions.VersionedRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Pipelines in memory: a version never changes, and which is the newest is asked again every second, since another
/// instance may have added one.
public final class PipelineCatalogue implements Pipelines {
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final VersionedRows<PipelineDefinition> rows;
    private final Clock clock;
    private final Map<Key, Pipeline> versions = new ConcurrentHashMap<>();
    private final Map<String, Newest> newest = new ConcurrentHashMap<>();

    public PipelineCatalogue(VersionedRows<PipelineDefinition> rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Pipeline> newest(String name) {
        Instant now = clock.instant();
        Newest known = newest.get(name);
        if (known != null && now.isBefore(known.askedAt().plus(FRESH))) {
            return Optional.of(known.pipeline());
        }
        Optional<Pipeline> found = rows.newest(name).map(PipelineCatalogue::rules);
        found.ifPresent(pipeline -> newest.put(name, new Newest(pipeline, now)));
        return found;
    }

    @Override
    public Pipeline version(String name, int version) {
        return versions.computeIfAbsent(new Key(name, version), this::load);
    }

    /// This instance has added a version: its next lead begins with it.
    void forgetNewest(String name) {
        newest.remove(name);
    }

    private Pipeline load(Key key) {
        return rows.version(key.name(), key.version())
                .map(PipelineCatalogue::rules)
                .orElseThrow(() -> new IllegalStateException("pipeline " + key + " is lost"));
    }

    private static Pipeline rules(Version<PipelineDefinition> row) {
        return row.definition().asVersion(row.name(), row.version());
    }

    private record Key(String name, int version) {}

    private record Newest(Pipeline pipeline, Instant askedAt) {}
}
