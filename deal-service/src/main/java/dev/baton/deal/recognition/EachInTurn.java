package dev.baton.deal.recognition;

import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.ReceivedEvent;
import java.util.List;

/// Several policies that read the same batch, one after the other.
public record EachInTurn(List<EventBatchHandler> policies) implements EventBatchHandler {
    @Override
    public void handle(List<ReceivedEvent> batch) {
        policies.forEach(policy -> policy.handle(batch));
    }
}
