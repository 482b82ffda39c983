package dev.baton.axon.kafka;

import dev.baton.contract.EventEnvelope;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// An event with the record that it came in, which is kept as it was when the event has to wait.
record Arrival(ConsumerRecord<byte[], byte[]> record, EventEnvelope event) {
    Subject of() {
        return Subject.of(event);
    }

    long sequence() {
        return event.sequence();
    }

    TopicPartition partition() {
        return new TopicPartition(record.topic(), record.partition());
    }

    ReceivedEvent received() {
        return new ReceivedEvent(event, record.topic(), record.partition(), record.offset());
    }

    /// For logs: where and which, without what people wrote.
    @Override
    public String toString() {
        return "%s of %s/%s#%d at %s@%d"
                .formatted(
                        event.type(), event.source(), event.subject(), event.sequence(), partition(), record.offset());
    }
}
