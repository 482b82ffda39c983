package dev.baton.axon.kafka;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.contract.Topics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A reader that tells what one source says into the table `story`, for a process of its own.
public final class ReaderProcess {
    static final String READER = "process";

    private ReaderProcess() {}

    /// Runs until it is killed.
    public static void main(String[] arguments) {
        var template = new JdbcTemplate(pool(arguments[0]));
        // the shortest session that a broker allows: a killed reader's partitions are soon another's
        var settings = new KafkaSettings(arguments[1], (short) 1, Map.of("session.timeout.ms", "6000"));
        var clients = new KafkaClients(settings);
        new TopicReaders(
                        clients,
                        new BatonTopics(clients, settings),
                        new EndOffsets(clients),
                        template,
                        new TransactionTemplate(new JdbcTransactionManager(template.getDataSource())))
                .reader(
                        ReaderSettings.of(READER, Delivery.IN_TRANSACTION, Topics.DEALS)
                                .batchesOf(20),
                        batch -> tell(template, batch, arguments[2]))
                .start();
    }

    static KillableProcess start(String url, String bootstrap, String source, Path log) throws IOException {
        return KillableProcess.start(ReaderProcess.class, log, url, bootstrap, source);
    }

    private static HikariDataSource pool(String url) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setMaximumPoolSize(3);
        return pool;
    }

    private static void tell(JdbcTemplate template, List<ReceivedEvent> batch, String source) {
        batch.stream()
                .map(ReceivedEvent::envelope)
                .filter(event -> event.source().equals(source))
                .forEach(event -> template.update(
                        "insert into story (deal, sequence) values (?, ?)", event.subject(), event.sequence()));
    }
}
