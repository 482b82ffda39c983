package dev.baton.axon.kafka;

import dev.baton.axon.kafka.topics.KafkaSettings;
import java.util.Map;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/// One real Kafka for the whole test run; tests keep apart by the ids of their deals and the names of readers.
public final class Broker {
    private static final EmbeddedKafkaKraftBroker KAFKA = start();

    private Broker() {}

    public static KafkaSettings settings() {
        // whoever stops a reader waits for its last fetch; what a test sends must not be given up on a busy machine
        return new KafkaSettings(
                KAFKA.getBrokersAsString(),
                (short) 1,
                Map.of(
                        "fetch.max.wait.ms", "50",
                        "default.api.timeout.ms", "120000",
                        "max.block.ms", "120000",
                        "delivery.timeout.ms", "120000"));
    }

    private static EmbeddedKafkaKraftBroker start() {
        var kafka = new EmbeddedKafkaKraftBroker(1, 1);
        kafka.brokerProperty("group.initial.rebalance.delay.ms", "0");
        kafka.brokerProperty("offsets.topic.num.partitions", "1");
        kafka.afterPropertiesSet();
        return kafka;
    }
}
