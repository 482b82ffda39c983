package dev.baton.axon.postgres;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;

/// A policy that fate strikes now and then.
@ProcessingGroup("fragile")
class FragileWitness {
    final List<String> heard = new CopyOnWriteArrayList<>();
    private final Fate fate;

    FragileWitness(Fate fate) {
        this.fate = fate;
    }

    @EventHandler
    void on(CounterEvent.Counted ignored, DomainEventMessage<?> message) {
        fate.strike();
        heard.add(message.getAggregateIdentifier() + "#" + message.getSequenceNumber());
    }
}
