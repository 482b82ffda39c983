package dev.baton.axon.kafka;

import dev.baton.axon.kafka.cloudevents.CloudEventReader;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/// Reads the deals topic from its beginning, duplicates and all.
public final class TopicTap implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Consumer<byte[], byte[]> consumer;
    private final List<EventEnvelope> seen = new ArrayList<>();

    public TopicTap(KafkaSettings settings) {
        consumer = new KafkaClients(settings).consumer("tap-" + UUID.randomUUID(), 5000);
        var partitions = IntStream.range(0, Topics.PARTITIONS)
                .mapToObj(number -> new TopicPartition(Topics.DEALS, number))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    public List<Long> sequences(String source, String deal) {
        return seen(event -> event.source().equals(source) && event.subject().equals(deal)).stream()
                .map(EventEnvelope::sequence)
                .toList();
    }

    /// Of all that the topic holds at this moment, in every partition.
    public List<EventEnvelope> seen(Predicate<EventEnvelope> wanted) {
        var ends = consumer.endOffsets(consumer.assignment());
        var reader = new CloudEventReader();
        while (!reached(ends)) {
            for (var record : consumer.poll(POLL)) {
                if (record.headers().lastHeader("ce_sequence") != null) {
                    seen.add(reader.read(record));
                }
            }
        }
        return seen.stream().filter(wanted).toList();
    }

    private boolean reached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
