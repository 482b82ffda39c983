package dev.baton.roles.running;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.contract.EventCodec.Encoded;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Sources;
import dev.baton.contract.Topics;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.contract.testing.Patience;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// A Kafka of its own, and deal-service's voice on it.
final class DealTopic implements AutoCloseable {
    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
    private final KafkaProducer<byte[], byte[]> producer;
    private final CloudEventWriter events = new CloudEventWriter();
    private final JsonEventCodec codec = new JsonEventCodec();
    private final Map<String, Long> sequences = new HashMap<>();

    DealTopic() {
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("offsets.topic.num.partitions", "1");
        // who tells something before the service has made its topics waits; Kafka would make other ones
        broker.brokerProperty("auto.create.topics.enable", "false");
        broker.afterPropertiesSet();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap(), "acks", "all", "max.block.ms", Patience.LIMIT.toMillis()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    String bootstrap() {
        return broker.getBrokersAsString();
    }

    /// The deal's next events, in order.
    void tell(String deal, Instant at, DealEvent... facts) {
        for (DealEvent fact : facts) {
            send(envelope(deal, at, fact));
        }
    }

    void flush() {
        producer.flush();
    }

    EventEnvelope envelope(String deal, Instant at, DealEvent fact) {
        Encoded encoded = codec.encode(fact);
        long sequence = sequences.merge(deal, 0L, (before, zero) -> before + 1);
        return new EventEnvelope(
                UUID.randomUUID(),
                Sources.DEAL_SERVICE,
                encoded.type(),
                deal,
                sequence,
                deal,
                at,
                Instant.now(),
                null,
                null,
                "crm",
                null,
                null,
                Map.of(),
                encoded.data());
    }

    void send(EventEnvelope event) {
        var unused = producer.send(events.write(Topics.DEALS, event));
    }

    /// How far each partition of each topic has come.
    Map<String, Long> ends() {
        Map<String, Long> ends = new TreeMap<>();
        try (var consumer = new KafkaConsumer<byte[], byte[]>(
                Map.of("bootstrap.servers", bootstrap()), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .filter(one -> !one.topic().startsWith("__"))
                    .toList();
            consumer.endOffsets(partitions).forEach((partition, end) -> ends.put(partition.toString(), end));
        }
        return ends;
    }

    @Override
    public void close() {
        producer.close();
        broker.destroy();
    }
}
