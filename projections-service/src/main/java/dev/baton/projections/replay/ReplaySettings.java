package dev.baton.projections.replay;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Neither number shows in the rows.
///
/// @param workers partitions are rebuilt by so many threads
/// @param partitions so many of them at a time, in one transaction; a crash costs at most these
/// @param batchSize events that one thread folds before it copies what can no longer change
@ConfigurationProperties("baton.replay")
public record ReplaySettings(
        @DefaultValue("2") int workers,
        @DefaultValue("8") int partitions,
        @DefaultValue("5000") int batchSize) {

    public ReplaySettings {
        if (workers < 1 || workers > 8 || partitions < 1 || batchSize < 1) {
            throw new IllegalArgumentException("baton.replay needs 1 to 8 workers, a partition and an event");
        }
    }
}
