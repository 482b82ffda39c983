package dev.baton.axon.kafka;

import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/// Makes a service's readers; each is declared as a bean and then starts and stops with the application.
public record TopicReaders(
        KafkaClients clients,
        BatonTopics topics,
        EndOffsets ends,
        JdbcTemplate template,
        TransactionTemplate transactions) {

    public TopicReader reader(ReaderSettings settings, EventBatchHandler handler) {
        return new TopicReader(settings, handler, this);
    }

    /// Reads what is there and returns; for a reader that runs nowhere meanwhile.
    public FencedReader fenced(ReaderSettings settings, EventBatchHandler handler) {
        return new FencedReader(settings, handler, this);
    }

    /// For a reader that has never read, the fast way up to a fence.
    public BulkReader bulk(ReaderSettings settings) {
        return new BulkReader(settings, this);
    }
}
