package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.postgres.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;

/// Hands events to the producer.
///
/// After a failure it is thrown away with its producer: what that one still holds must not be sent behind the
/// back of the second try.
final class EventSender implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final CloudEventWriter writer = new CloudEventWriter();

    EventSender(Producer<byte[], byte[]> producer) {
        this.producer = producer;
    }

    /// Does not wait: the acknowledgements come with the answer.
    ///
    /// @param upTo the log's position once all of them are acknowledged
    /// @throws KafkaException when one was refused at once
    Sending send(List<StoredEvent> events, long upTo) {
        var sent = new ArrayList<Sending.Sent>(events.size());
        for (var event : events) {
            sent.add(send(event));
        }
        return new Sending(upTo, sent);
    }

    /// While Kafka is away each call waits in vain for the topic's metadata: the first failure ends the batch.
    private Sending.Sent send(StoredEvent event) {
        var record = producer.send(writer.write(event.stream().topic(), event.envelope()));
        var sent = Sending.Sent.of(event, record);
        if (record.isDone()) {
            sent.await();
        }
        return sent;
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
