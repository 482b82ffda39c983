package dev.baton.axon.kafka;

import dev.baton.axon.kafka.cloudevents.CloudEventReader;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;

/// Reads the deals topic from its beginning, duplicates and all.
public final class TopicTap implements AutoCloseable {
    private final Consumer<byte[], byte[]> consumer;
    private final List<EventEnvelope> seen = new ArrayList<>();

    public TopicTap(KafkaSettings settings) {
        consumer = new KafkaClients(settings).consumer("tap-" + UUID.randomUUID(), 5000);
        consumer.subscribe(List.of(Topics.DEALS));
    }

    public List<Long> sequences(String source, String deal) {
        return seen(event -> event.source().equals(source) && event.subject().equals(deal)).stream()
                .map(EventEnvelope::sequence)
                .toList();
    }

    public List<EventEnvelope> seen(Predicate<EventEnvelope> wanted) {
        var reader = new CloudEventReader();
        for (var record : consumer.poll(Duration.ofMillis(100))) {
            if (record.headers().lastHeader("ce_sequence") != null) {
                seen.add(reader.read(record));
            }
        }
        return seen.stream().filter(wanted).toList();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
