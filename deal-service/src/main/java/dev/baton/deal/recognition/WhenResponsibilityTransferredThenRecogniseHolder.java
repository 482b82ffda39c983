package dev.baton.deal.recognition;

import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Extensions;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.lanes.DealLanes;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// Authority over a deal changes in the deal itself: a transfer that was read is a command to it. Seen twice, it is a
/// command twice; an epoch that is not newer appends nothing.
public final class WhenResponsibilityTransferredThenRecogniseHolder implements EventBatchHandler {
    private static final Set<String> HOLDINGS = Set.of(
            "baton.responsibility.responsibility-transferred.v1", "baton.responsibility.responsibility-reopened.v1");

    private final EventCodec codec;
    private final DealOffice office;
    private final DealLanes lanes;

    public WhenResponsibilityTransferredThenRecogniseHolder(EventCodec codec, DealOffice office, DealLanes lanes) {
        this.codec = codec;
        this.office = office;
        this.lanes = lanes;
    }

    @Override
    public void handle(List<ReceivedEvent> batch) {
        List<EventEnvelope> transfers = batch.stream()
                .map(ReceivedEvent::envelope)
                .filter(event -> HOLDINGS.contains(event.type()))
                .toList();
        lanes.each(transfers, EventEnvelope::subject, this::recognise);
    }

    private void recognise(EventEnvelope event) {
        RecogniseHolder next = switch (codec.decode(event.type(), event.data())) {
            case ResponsibilityTransferred moved -> new RecogniseHolder(event.subject(), moved.to(), moved.epoch());
            case ResponsibilityReopened again -> new RecogniseHolder(event.subject(), again.holder(), again.epoch());
            default -> throw new IllegalStateException(event.type() + " begins no holding");
        };
        office.send(next, Acting.as(Actor.client(event.source())), attributes(event));
    }

    private static Map<String, String> attributes(EventEnvelope cause) {
        UUID correlation = cause.correlationId() == null ? cause.id() : cause.correlationId();
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("occurredat", cause.time().toString());
        attributes.put(Extensions.CAUSATION_ID, cause.id().toString());
        attributes.put(Extensions.CORRELATION_ID, correlation.toString());
        attributes.put(Extensions.ACTOR, cause.actor() == null ? cause.source() : cause.actor());
        cause.extensions().forEach((name, value) -> {
            if (name.equals(Extensions.TIME_ESTIMATED) || name.equals(Extensions.TRACE_PARENT)) {
                attributes.put(name, value);
            }
        });
        return attributes;
    }
}
