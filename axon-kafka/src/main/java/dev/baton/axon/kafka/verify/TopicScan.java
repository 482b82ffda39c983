package dev.baton.axon.kafka.verify;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.topics.KafkaClients;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/// Reads partitions from their beginning up to a fence, apart from every reader.
///
/// @param ends the fence: of each partition the offset before which to stop
public record TopicScan(KafkaClients clients, Map<TopicPartition, Long> ends) {
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 5000;

    public TopicScan {
        ends = Map.copyOf(ends);
    }

    /// Up to where the topics end now; a topic that is not there is empty.
    public static TopicScan upToNow(KafkaClients clients, EndOffsets offsets, Collection<String> topics) {
        var there = offsets.ids(topics).keySet();
        return new TopicScan(clients, there.isEmpty() ? Map.of() : offsets.of(there));
    }

    public long records() {
        return ends.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Takes what is done with each poll's records, none of them at or beyond the fence.
    public interface Batches {
        void take(Collection<ConsumerRecord<byte[], byte[]>> records);
    }

    /// @param reached is told how many offsets are behind it
    /// @throws KafkaException when Kafka does not answer for a minute
    public void read(Batches batches, LongConsumer reached) {
        var wanted = ends.entrySet().stream()
                .filter(end -> end.getValue() > 0)
                .map(Map.Entry::getKey)
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        try (Consumer<byte[], byte[]> consumer = clients.consumer("verify-" + UUID.randomUUID(), AT_ONCE)) {
            consumer.assign(wanted);
            consumer.seekToBeginning(wanted);
            read(consumer, batches, reached);
        }
    }

    private void read(Consumer<byte[], byte[]> consumer, Batches batches, LongConsumer reached) {
        long moved = System.nanoTime();
        long before = -1;
        while (!consumer.assignment().isEmpty()) {
            before(consumer.poll(POLL), batches);
            long now = settle(consumer);
            reached.accept(now);
            if (now != before) {
                before = now;
                moved = System.nanoTime();
            } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
                throw new KafkaException("Kafka does not deliver " + consumer.assignment());
            }
        }
    }

    private void before(ConsumerRecords<byte[], byte[]> polled, Batches batches) {
        for (TopicPartition partition : polled.partitions()) {
            var records = polled.records(partition).stream()
                    .filter(record -> record.offset() < end(partition))
                    .toList();
            if (!records.isEmpty()) {
                batches.take(records);
            }
        }
    }

    /// Leaves the partitions that are done; a position may be beyond the last record, so it decides, not the record.
    private long settle(Consumer<byte[], byte[]> consumer) {
        var open = consumer.assignment().stream()
                .filter(partition -> consumer.position(partition) < end(partition))
                .toList();
        long left = open.stream()
                .mapToLong(partition -> end(partition) - consumer.position(partition))
                .sum();
        if (open.size() < consumer.assignment().size()) {
            consumer.assign(open);
        }
        return records() - left;
    }

    private long end(TopicPartition partition) {
        return ends.getOrDefault(partition, 0L);
    }
}
