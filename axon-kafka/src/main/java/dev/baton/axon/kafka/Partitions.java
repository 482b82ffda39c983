package dev.baton.axon.kafka;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// The partitions that the group gave to this reader. One is paused until it stands at its stored offset, so
/// that nothing is read from where Kafka believes it to be.
final class Partitions implements ConsumerRebalanceListener {
    private final Consumer<byte[], byte[]> consumer;
    private final ReaderOffsets offsets;
    private final Supplier<Map<String, String>> topicIds;
    private final Map<TopicPartition, Long> placed = new HashMap<>();
    private final Set<TopicPartition> unplaced = new HashSet<>();

    /// @param topicIds asks which topics there are
    Partitions(Consumer<byte[], byte[]> consumer, ReaderOffsets offsets, Supplier<Map<String, String>> topicIds) {
        this.consumer = consumer;
        this.offsets = offsets;
        this.topicIds = topicIds;
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
        var stored = offsets.claim(unplaced, ids());
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

    /// A topic that was deleted and made again is read from its beginning. Asked now and then: the consumer itself goes
    /// on with the new topic at the old place, and does not tell.
    void lookForNewTopics() {
        var ids = ids();
        if (!offsets.renewed(List.copyOf(placed.keySet()), ids).isEmpty()) {
            displace();
        }
    }

    /// What was polled must begin where the last batch ended: the client goes on by itself from the beginning of what
    /// there is when the records at its place are gone.
    ///
    /// @throws RecordsLost when records are missing that were never read
    void requireUnbroken(ConsumerRecords<byte[], byte[]> records) {
        for (var partition : records.partitions()) {
            long next = placed.getOrDefault(partition, 0L);
            long first = records.records(partition).getFirst().offset();
            if (first > next) {
                throw new RecordsLost(partition, next, first);
            }
            if (first < next) {
                offsets.rewind(partition);
                throw new Overtaken("Kafka has lost the end of " + partition + ", it is read again from its beginning");
            }
        }
    }

    /// A failure of Kafka's answer must not end the consumer, which would give its partitions away.
    private Map<String, String> ids() {
        try {
            return topicIds.get();
        } catch (KafkaException e) {
            throw new IllegalStateException("Kafka does not tell which topics there are", e);
        }
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
