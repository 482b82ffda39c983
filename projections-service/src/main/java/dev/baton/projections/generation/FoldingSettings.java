package dev.baton.projections.generation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param batchSize events per transaction, at most: large enough that a commit costs little per event, small
///     enough that a fresh event does not wait behind a catch-up
/// @param follow how often an instance looks which generations are to be fed
@ConfigurationProperties("baton.folding")
record FoldingSettings(
        @DefaultValue("2000") int batchSize,
        @DefaultValue("1s") Duration follow) {}
