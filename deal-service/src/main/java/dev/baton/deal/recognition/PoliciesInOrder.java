package dev.baton.deal.recognition;

import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.contract.EventEnvelope;
import dev.baton.deal.lanes.DealLanes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Many deals at once, and of each deal one fact after the other, whichever policy it is for: an answer to an offer
/// does not overtake the transfer that was told before it.
public final class PoliciesInOrder implements EventBatchHandler {
    private final DealLanes lanes;
    private final Map<String, Policy> byType = new HashMap<>();

    public PoliciesInOrder(DealLanes lanes, List<Policy> policies) {
        this.lanes = lanes;
        policies.forEach(policy -> policy.types().forEach(type -> byType.put(type, policy)));
    }

    @Override
    public void handle(List<ReceivedEvent> batch) {
        List<EventEnvelope> facts = batch.stream()
                .map(ReceivedEvent::envelope)
                .filter(fact -> byType.containsKey(fact.type()))
                .toList();
        lanes.each(facts, EventEnvelope::subject, this::follow);
    }

    private void follow(EventEnvelope fact) {
        Policy policy = byType.get(fact.type());
        if (policy != null) {
            policy.follow(fact);
        }
    }
}
