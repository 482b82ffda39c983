package dev.baton.benchmarks.rebuild;

import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.benchmarks.work.Milestone;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Sources;
import dev.baton.contract.Topics;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.jspecify.annotations.Nullable;

/// The log as records, as deal-service's publisher writes them.
final class Published {
    private Published() {}

    static void events(KafkaClients kafka, long events) {
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        CloudEventWriter writer = new CloudEventWriter();
        try (Producer<byte[], byte[]> producer = kafka.producer("bench")) {
            for (long number = 0; number < events; number++) {
                var ignored = producer.send(
                        writer.write(Topics.DEALS, envelope(Milestone.at(number))),
                        (metadata, problem) -> failure.compareAndSet(null, problem));
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new IllegalStateException("not published", failure.get());
        }
    }

    private static EventEnvelope envelope(Milestone event) {
        return new EventEnvelope(
                event.id(),
                Sources.DEAL_SERVICE,
                event.type(),
                event.deal(),
                event.sequence(),
                event.deal(),
                event.occurredAt(),
                event.occurredAt(),
                null,
                null,
                "integration",
                "bench",
                "bench/" + event.number(),
                Map.of(),
                event.data());
    }
}
