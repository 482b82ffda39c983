package dev.baton.projections.folding;

import dev.baton.axon.kafka.BulkHandler;
import dev.baton.axon.kafka.Delivery;
import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.ReaderSettings;
import dev.baton.projections.fact.Fact;
import dev.baton.projections.fact.FactReader;
import java.util.List;

/// What one generation makes of one topic.
///
/// @param generation the schema that keeps the rows
/// @param name of the reader, within its generation
/// @param kind the facts that the topic carries
public record Model<F extends Fact>(
        String generation, String name, String topic, FactReader facts, Class<F> kind, List<View<F, ?>> views) {

    public Model {
        views = List.copyOf(views);
    }

    /// A generation's readers have names of their own, and with them offsets, guard and dead letters.
    public ReaderSettings reader(int batchSize) {
        return ReaderSettings.of(generation + "-" + name, Delivery.IN_TRANSACTION, topic)
                .batchesOf(batchSize);
    }

    /// Beside rows that are there.
    public EventBatchHandler handler() {
        return new BatchFolding<>(facts, kind, views);
    }

    /// Into tables that have no row of the partitions that it is given; once for each lot of partitions.
    public BulkHandler bulk() {
        return new BulkFolding<>(facts, kind, views);
    }
}
