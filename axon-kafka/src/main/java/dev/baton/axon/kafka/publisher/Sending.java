package dev.baton.axon.kafka.publisher;

import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.StreamId;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// A batch under way to Kafka.
///
/// @param upTo where the token goes when all of it has arrived
record Sending(long upTo, List<Sent> records) {

    /// @throws KafkaException when any record was not acknowledged; others of the batch may have been
    void awaitAcknowledgements() {
        records.forEach(Sent::await);
    }

    /// One event under way; without its data, which is long on its way.
    record Sent(long position, StreamId stream, String type, Future<RecordMetadata> record) {

        static Sent of(StoredEvent event, Future<RecordMetadata> record) {
            return new Sent(event.position(), event.stream(), event.envelope().type(), record);
        }

        /// Whoever has to mend it must know which it is: everything behind it waits.
        ///
        /// @throws KafkaException naming the event
        void await() {
            try {
                record.get();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException e) {
                throw new KafkaException(
                        "Kafka did not acknowledge %s of %s, position %d: %s"
                                .formatted(type, stream, position, e.getCause()),
                        e.getCause());
            }
        }
    }
}
