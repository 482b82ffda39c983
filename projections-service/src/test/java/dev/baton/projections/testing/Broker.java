package dev.baton.projections.testing;

import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import dev.baton.contract.Topics;
import dev.baton.contract.testing.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// A real Kafka, and somebody who writes events into it as the services do.
public final class Broker implements AutoCloseable {
    private static final List<String> TOPICS = List.of(Topics.DEALS, Topics.MEMBERS);

    /// A service may give up and come again; whoever writes here does it once.
    private static final Map<String, String> PATIENT = Map.of(
            "max.block.ms", millis(Patience.LIMIT),
            "delivery.timeout.ms", millis(Patience.LIMIT),
            "default.api.timeout.ms", millis(Patience.LIMIT),
            "request.timeout.ms", millis(Patience.LIMIT.dividedBy(4)));

    private final EmbeddedKafkaKraftBroker kafka;
    private final KafkaClients clients;
    private final Producer<byte[], byte[]> producer;

    public Broker() {
        kafka = new EmbeddedKafkaKraftBroker(1, Topics.PARTITIONS, TOPICS.toArray(String[]::new));
        kafka.brokerProperty("group.initial.rebalance.delay.ms", "0");
        kafka.brokerProperty("offsets.topic.num.partitions", "1");
        kafka.adminTimeout((int) Patience.LIMIT.toSeconds());
        kafka.afterPropertiesSet();
        clients = new KafkaClients(new KafkaSettings(bootstrap(), (short) 1, PATIENT));
        producer = clients.producer("test");
    }

    public String bootstrap() {
        return kafka.getBrokersAsString();
    }

    public void write(List<EventEnvelope> events) {
        CloudEventWriter writer = new CloudEventWriter();
        List<Future<RecordMetadata>> sent = events.stream()
                .map(event -> producer.send(writer.write(topic(event), event)))
                .toList();
        sent.forEach(Broker::requireWritten);
    }

    public void write(ProducerRecord<byte[], byte[]> raw) {
        requireWritten(producer.send(raw));
    }

    /// What was not written would be waited for in vain.
    private static void requireWritten(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// How many of a reader's instances have partitions.
    public long membersWithPartitions(String group) {
        try (var admin = clients.admin()) {
            return admin.describeConsumerGroups(List.of(group)).all().get().get(group).members().stream()
                    .filter(member -> !member.assignment().topicPartitions().isEmpty())
                    .count();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Gone with everything that they held, until somebody makes them anew.
    public void deleteTopics() {
        try (var admin = clients.admin()) {
            admin.deleteTopics(TOPICS).all().get();
            await().atMost(Patience.LIMIT)
                    .until(() -> admin.listTopics().names().get().stream().noneMatch(TOPICS::contains));
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    public void createTopics() {
        try (var admin = clients.admin()) {
            var topics = TOPICS.stream()
                    .map(topic -> new NewTopic(topic, Topics.PARTITIONS, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        kafka.destroy();
    }

    private static String millis(Duration time) {
        return String.valueOf(time.toMillis());
    }

    static String topic(EventEnvelope event) {
        return event.subject().contains("/") ? StreamId.parse(event.subject()).topic() : Topics.DEALS;
    }
}
