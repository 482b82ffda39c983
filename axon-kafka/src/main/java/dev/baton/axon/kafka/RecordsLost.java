package dev.baton.axon.kafka;

import org.apache.kafka.common.TopicPartition;

/// Records went from a topic before they were read. Reading on would pass over them in silence.
final class RecordsLost extends RuntimeException {
    RecordsLost(TopicPartition partition, long next, long first) {
        super(("records %d to %d of %s are gone and were never read; './baton republish --force' fills the topics again"
                        + " from the stores")
                .formatted(next, first - 1, partition));
    }
}
