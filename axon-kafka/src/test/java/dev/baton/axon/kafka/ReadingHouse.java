package dev.baton.axon.kafka;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A service that reads, as a test needs it: a database, readers, and a hand that writes to the topics.
final class ReadingHouse implements AutoCloseable {
    final HikariDataSource database = Postgres.newDatabase("classpath:db/axon-kafka");
    final JdbcTemplate template = new JdbcTemplate(database);
    final JdbcClient jdbc = JdbcClient.create(template);
    final TopicReaders readers;
    final DeadLetters letters = new DeadLetters(jdbc);
    private final Producer<byte[], byte[]> producer;
    private final List<TopicReader> started = new ArrayList<>();
    private final String concern;

    /// @param concern part of the sources that this test sends as; the topic is shared with other tests
    ReadingHouse(String concern) {
        this(concern, Broker.settings());
    }

    ReadingHouse(String concern, KafkaSettings settings) {
        this.concern = concern;
        jdbc.sql("create table story (reader text, deal text, source text, sequence bigint, at serial)")
                .update();
        var clients = new KafkaClients(settings);
        var topics = new BatonTopics(clients, settings);
        topics.ensure();
        producer = clients.producer("test");
        readers = new TopicReaders(
                clients,
                topics,
                new EndOffsets(clients),
                template,
                new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    TopicReader start(ReaderSettings settings, EventBatchHandler handler) {
        var reader = readers.reader(settings, handler);
        reader.start();
        started.add(reader);
        return reader;
    }

    /// Writes each event as a row, in order.
    EventBatchHandler telling(String reader) {
        return batch -> batch.forEach(event -> tell(reader, event));
    }

    void tell(String reader, ReceivedEvent event) {
        var envelope = event.envelope();
        if (!envelope.source().contains(concern)) {
            return;
        }
        jdbc.sql("insert into story (reader, deal, source, sequence) values (?, ?, ?, ?)")
                .params(reader, envelope.subject(), envelope.source(), envelope.sequence())
                .update();
    }

    List<Long> story(String reader, String deal) {
        return jdbc.sql("select sequence from story where reader = ? and deal = ? order by at")
                .params(reader, deal)
                .query(Long.class)
                .list();
    }

    void send(String source, String deal, long... sequences) {
        for (long sequence : sequences) {
            send(Deals.event(source, deal, sequence));
        }
        producer.flush();
    }

    void send(EventEnvelope event) {
        send(new CloudEventWriter().write(Topics.DEALS, event));
    }

    void send(ProducerRecord<byte[], byte[]> record) {
        producer.send(record);
    }

    void flush() {
        producer.flush();
    }

    List<DeadLetter> poisonOf(String source) {
        return letters.list(0, 1000).stream()
                .filter(letter -> source.equals(letter.source()))
                .toList();
    }

    /// Of one deal: the reader also meets what other tests have left on the topic.
    long parked(String reader, String deal) {
        return jdbc.sql("select count(*) from reader_parked where reader = ? and subject = ?")
                .params(reader, deal)
                .query(Long.class)
                .single();
    }

    /// Of one source, for the same reason.
    long parkedOf(String source) {
        return jdbc.sql("select count(*) from reader_parked where source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        started.forEach(TopicReader::stop);
        readers.ends().close();
        producer.close();
        database.close();
    }
}
