package dev.baton.axon.kafka.publisher;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// A batch under way to Kafka.
///
/// @param upTo where the token goes when all of it has arrived
record Sending(long upTo, List<Future<RecordMetadata>> records) {

    /// @throws KafkaException when any record was not acknowledged; others of the batch may have been
    void awaitAcknowledgements() {
        records.forEach(Sending::await);
    }

    static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not acknowledge: " + e.getCause(), e.getCause());
        }
    }
}
