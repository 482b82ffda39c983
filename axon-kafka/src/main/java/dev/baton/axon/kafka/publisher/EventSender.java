package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.postgres.StoredEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;

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
    Sending send(List<StoredEvent> events, long upTo) {
        var sent = new ArrayList<Future<RecordMetadata>>(events.size());
        for (var event : events) {
            sent.add(producer.send(writer.write(event.stream().topic(), event.envelope())));
        }
        return new Sending(upTo, sent);
    }

    @Override
    public void close() {
        producer.close(Duration.ZERO);
    }
}
