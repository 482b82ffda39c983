package dev.baton.axon.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// Polls partitions that no group gave out, up to a fence.
final class FencedPolling {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Consumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Long> fence;
    private final Set<TopicPartition> unfinished;
    private long moved = System.nanoTime();

    FencedPolling(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> fence) {
        this.consumer = consumer;
        this.fence = fence;
        this.unfinished = new HashSet<>(fence.keySet());
    }

    /// Goes to these offsets, at first or after they turned out to be others.
    void begin(Map<TopicPartition, Long> from) {
        consumer.assign(fence.keySet());
        consumer.resume(fence.keySet());
        unfinished.addAll(fence.keySet());
        from.forEach(consumer::seek);
        leaveFinished();
    }

    boolean unfinished() {
        return !unfinished.isEmpty();
    }

    /// What is before the fence; empty when Kafka had nothing in time.
    ///
    /// @throws StandingStill when nothing came for a minute
    List<ConsumerRecord<byte[], byte[]>> poll() {
        var due = new ArrayList<ConsumerRecord<byte[], byte[]>>();
        for (var record : consumer.poll(POLL)) {
            if (record.offset() < end(new TopicPartition(record.topic(), record.partition()))) {
                due.add(record);
            }
        }
        leaveFinished();
        requireMovement(due);
        return due;
    }

    /// By the client's position and not by the records seen: a record may have been deleted.
    private void leaveFinished() {
        var done = unfinished.stream()
                .filter(partition -> consumer.position(partition) >= end(partition))
                .toList();
        consumer.pause(done);
        done.forEach(unfinished::remove);
    }

    private long end(TopicPartition partition) {
        return fence.getOrDefault(partition, 0L);
    }

    private void requireMovement(List<?> due) {
        if (!due.isEmpty()) {
            moved = System.nanoTime();
        } else if (System.nanoTime() - moved > PATIENCE.toNanos()) {
            throw new StandingStill("Kafka gives nothing more of " + unfinished + " before the offsets " + fence);
        }
    }
}
