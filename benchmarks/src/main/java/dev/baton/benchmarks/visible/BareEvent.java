package dev.baton.benchmarks.visible;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The limit: one insert committed, one record acknowledged, one record read, with nothing in between.
final class BareEvent implements Contender {
    private static final String TOPIC = "baton.bench";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 0);

    private final Admin kafka;
    private final Connection connection;
    private final PreparedStatement insert;
    private final KafkaProducer<String, String> producer;
    private final KafkaConsumer<String, String> consumer;

    BareEvent(Stack stack) throws Exception {
        kafka = Admin.create(Map.of("bootstrap.servers", stack.kafka()));
        if (!kafka.listTopics().names().get().contains(TOPIC)) {
            kafka.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        connection = DriverManager.getConnection(stack.database("deals"), "deals", stack.databasePassword("deals"));
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists bench_event (id uuid primary key, payload text not null)");
        }
        insert = connection.prepareStatement("insert into bench_event (id, payload) values (?, ?)");
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.kafka(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", stack.kafka(), "fetch.max.wait.ms", 500),
                new StringDeserializer(),
                new StringDeserializer());
        consumer.assign(List.of(PARTITION));
        consumer.seekToEnd(List.of(PARTITION));
        consumer.position(PARTITION);
    }

    @Override
    public String name() {
        return "bare append, publish and read";
    }

    @Override
    public void once() throws Exception {
        UUID id = UUID.randomUUID();
        String event = Events.leadFound(id);
        insert.setObject(1, id);
        insert.setString(2, event);
        insert.executeUpdate();
        producer.send(new ProducerRecord<>(TOPIC, 0, id.toString(), event)).get();
        await(id.toString());
    }

    private void await(String key) {
        while (true) {
            for (var read : consumer.poll(Duration.ofSeconds(5))) {
                if (read.key().equals(key)) {
                    return;
                }
            }
        }
    }

    @Override
    public void close() throws Exception {
        kafka.deleteTopics(List.of(TOPIC)).all().get();
        try (kafka;
                connection;
                producer;
                consumer;
                Statement statement = connection.createStatement()) {
            statement.execute("drop table bench_event");
        }
    }
}
