package dev.baton.projections.testing;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import dev.baton.contract.Topics;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// A real Kafka, and somebody who writes events into it as the services do.
public final class Broker implements AutoCloseable {
    private final EmbeddedKafkaKraftBroker kafka;
    private final Producer<byte[], byte[]> producer;

    public Broker() {
        kafka = new EmbeddedKafkaKraftBroker(1, Topics.PARTITIONS, Topics.DEALS, Topics.MEMBERS);
        kafka.brokerProperty("group.initial.rebalance.delay.ms", "0");
        kafka.brokerProperty("offsets.topic.num.partitions", "1");
        kafka.afterPropertiesSet();
        producer = new KafkaClients(KafkaSettings.at(bootstrap())).producer("test");
    }

    public String bootstrap() {
        return kafka.getBrokersAsString();
    }

    public void write(List<EventEnvelope> events) {
        CloudEventWriter writer = new CloudEventWriter();
        events.forEach(event -> producer.send(writer.write(topic(event), event)));
        producer.flush();
    }

    public void write(ProducerRecord<byte[], byte[]> raw) {
        producer.send(raw);
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
        kafka.destroy();
    }

    private static String topic(EventEnvelope event) {
        return event.subject().contains("/") ? StreamId.parse(event.subject()).topic() : Topics.DEALS;
    }
}
