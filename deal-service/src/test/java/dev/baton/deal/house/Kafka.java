package dev.baton.deal.house;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.baton.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The topic as the other services see it.
public final class Kafka {

    private Kafka() {}

    /// What role-assignment-service says of a deal.
    public static UUID transferred(String deal, long sequence, String role, String member, int epoch) {
        return told(deal, sequence, "responsibility-transferred", """
                {"from": {"role": "SALES_MANAGER", "member": "steward"}, "to": {"role": "%s", "member": "%s"},
                 "epoch": %d, "cause": "LEAD_QUALIFIED", "acceptance": "POLICY"}""".formatted(role, member, epoch));
    }

    public static UUID declinedAsNone(String deal, long sequence, String executive) {
        return told(deal, sequence, "offer-declined", """
                {"offer": "%s/1", "by": {"role": "ACCOUNT_EXECUTIVE", "member": "%s"}, "reason": "no budget",
                 "ground": "NOT_QUALIFIED"}""".formatted(deal, executive));
    }

    public static UUID declinedAsIncomplete(String deal, long sequence, String offer, String support) {
        return told(deal, sequence, "offer-declined", """
                {"offer": "%s", "by": {"role": "CUSTOMER_SUPPORT_REPRESENTATIVE", "member": "%s"},
                 "reason": "no signed plan", "ground": "PACKAGE_INCOMPLETE"}""".formatted(offer, support));
    }

    private static UUID told(String deal, long sequence, String event, String data) {
        UUID id = UUID.randomUUID();
        ProducerRecord<String, String> record = new ProducerRecord<>(Topics.DEALS, deal, data);
        Map.of(
                        "specversion",
                        "1.0",
                        "id",
                        id.toString(),
                        "source",
                        "role-assignment-service",
                        "type",
                        "baton.responsibility." + event + ".v1",
                        "subject",
                        deal,
                        "time",
                        "2026-01-07T12:00:00Z",
                        "sequence",
                        String.valueOf(sequence),
                        "partitionkey",
                        deal,
                        "recordedtime",
                        "2026-01-07T12:00:01Z",
                        "actor",
                        "the-saga")
                .forEach((name, value) -> record.headers().add("ce_" + name, value.getBytes(UTF_8)));
        record.headers().add("content-type", "application/json".getBytes(UTF_8));
        try (var producer = new KafkaProducer<>(bootstrap(), new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    public static List<ConsumerRecord<String, String>> about(String deal) {
        try (var consumer = new KafkaConsumer<>(bootstrap(), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.DEALS, partition))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long end = consumer.endOffsets(all).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            List<ConsumerRecord<String, String>> found = new java.util.ArrayList<>();
            for (long seen = 0; seen < end; ) {
                var records = consumer.poll(Duration.ofSeconds(5));
                seen += records.count();
                records.forEach(record -> {
                    if (deal.equals(record.key())) {
                        found.add(record);
                    }
                });
            }
            return found;
        }
    }

    public static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader("ce_" + name).value(), UTF_8);
    }

    private static Properties bootstrap() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", House.brokers());
        return properties;
    }
}
