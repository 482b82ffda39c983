package dev.baton.axon.kafka.topics;

import dev.baton.contract.Topics;

/// A topic exists with a partition count that would send a deal's events to several partitions.
public final class TopicMismatch extends IllegalStateException {
    TopicMismatch(String topic, int partitions) {
        super(
                "Topic %s has %d partitions, Baton needs exactly %d: with another count a deal's later events land in another partition and lose their order. Delete the topic (Baton publishes it again from its event stores) or point baton.kafka.bootstrap to another cluster."
                        .formatted(topic, partitions, Topics.PARTITIONS));
    }
}
