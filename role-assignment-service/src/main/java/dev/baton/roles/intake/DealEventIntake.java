package dev.baton.roles.intake;

import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.axon.postgres.EventIntake;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/// Appends what deals tell to the own log, under its own ids, in the commit of the reader's offset: what was known
/// when something was decided stays on record.
@Component
public class DealEventIntake implements EventBatchHandler {
    private final EventIntake log;
    private final EventCodec codec;
    private final JdbcOperations jdbc;

    DealEventIntake(EventIntake log, EventCodec codec, JdbcOperations jdbc) {
        this.log = log;
        this.codec = codec;
        this.jdbc = jdbc;
    }

    @Override
    public void handle(List<ReceivedEvent> batch) {
        List<EventEnvelope> events = batch.stream().map(ReceivedEvent::envelope).toList();
        log.takeIn(events, event -> StreamId.deal(event.subject()));
        jdbc.batchUpdate(
                "insert into lead (deal, pipeline, territory, product, customer, language) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                events.stream().filter(this::found).map(this::lead).toList());
    }

    private boolean found(EventEnvelope event) {
        return codec.knows(event.type()) && codec.decode(event.type(), event.data()) instanceof LeadFound;
    }

    private @Nullable Object[] lead(EventEnvelope event) {
        LeadFound lead = (LeadFound) codec.decode(event.type(), event.data());
        Customer customer = lead.customer();
        return new @Nullable Object[] {
            event.subject(),
            lead.pipeline(),
            lead.territory(),
            lead.product(),
            customer == null ? null : customer.id(),
            customer == null ? null : customer.language()
        };
    }
}
