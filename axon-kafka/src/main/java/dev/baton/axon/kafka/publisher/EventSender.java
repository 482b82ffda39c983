package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.postgres.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/// Hands events to the producer and waits for every acknowledgement.
///
/// After a failure it is thrown away with its producer: what that one still holds must not be sent behind the
/// back of the second try.
final class EventSender implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final CloudEventWriter writer = new CloudEventWriter();

    EventSender(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /// @throws KafkaException when any of them was not acknowledged; others of the batch may have been
    void send(List<StoredEvent> events) {
        var sent = new ArrayList<Future<RecordMetadata>>(events.size());
        for (var event : events) {
            sent.add(producer.send(writer.write(event.stream().topic(), event.envelope())));
        }
        sent.forEach(EventSender::await);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }

    private static void await(Future<RecordMetadata> sent) {
        try {
            sent.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("Kafka did not acknowledge: " + e.getCause(), e.getCause());
        }
    }
}
