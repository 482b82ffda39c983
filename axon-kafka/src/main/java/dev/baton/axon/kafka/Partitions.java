package dev.baton.axon.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/// The partitions that the group gave to this reader. One is paused until it stands at its stored offset, so
/// that nothing is read from where Kafka believes it to be.
final class Partitions implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;
    private final ReaderOffsets offsets;
    private final Map<TopicPartition, Long> placed = new HashMap<>();
    private final Set<TopicPartition> unplaced = new HashSet<>();

    Partitions(Consumer<byte[], byte[]> consumer, ReaderOffsets offsets) {
        this.consumer = consumer;
        this.offsets = offsets;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        unplaced.addAll(partitions);
        consumer.pause(partitions);
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(placed::remove);
        unplaced.removeAll(partitions);
    }

    /// @return whether any was placed
    boolean place() {
        if (unplaced.isEmpty()) {
            return false;
        }
        var stored = offsets.claim(unplaced);
        stored.forEach(consumer::seek);
        consumer.resume(stored.keySet());
        placed.putAll(stored);
        unplaced.removeAll(stored.keySet());
        return true;
    }

    /// After a failure: whatever was polled is read again from where the database says.
    void displace() {
        consumer.pause(placed.keySet());
        unplaced.addAll(placed.keySet());
        placed.clear();
    }

    Map<TopicPartition, Long> placed() {
        return placed;
    }

    /// How many records this reader's partitions hold that it has not applied, as far as the client knows.
    long lag() {
        return placed.keySet().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }
}
