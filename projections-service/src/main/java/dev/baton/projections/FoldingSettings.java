package dev.baton.projections;

import dev.baton.axon.kafka.Delivery;
import dev.baton.axon.kafka.ReaderSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param generation the schema whose tables are fed
/// @param batchSize events per transaction, at most: large enough that a commit costs little per event, small
///     enough that a fresh event does not wait behind a catch-up
@ConfigurationProperties("baton.folding")
record FoldingSettings(
        @DefaultValue("gen_1") String generation,
        @DefaultValue("2000") int batchSize) {

    FoldingSettings {
        if (!generation.matches("gen_[0-9]+")) {
            throw new IllegalArgumentException("baton.folding.generation must be gen_<number>, was " + generation);
        }
    }

    ReaderSettings reader(String name, String topic) {
        return ReaderSettings.of(generation + "-" + name, Delivery.IN_TRANSACTION, topic)
                .batchesOf(batchSize);
    }
}
