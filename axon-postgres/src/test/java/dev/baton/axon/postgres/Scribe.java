package dev.baton.axon.postgres;

import dev.baton.axon.postgres.conformance.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/// Publishes what it is told to, at the very places it is told, where an aggregate would choose
/// them.
class Scribe {
    private final EventStore events;

    Scribe(EventStore events) {
        this.events = events;
    }

    /// @param inVain fail at the end
    record Write(List<Fact> facts, boolean inVain) {}

    static final class InVain extends RuntimeException {}

    @CommandHandler
    void write(Write command) {
        events.publish(command.facts().stream().map(Scribe::message).toList());
        if (command.inVain()) {
            throw new InVain();
        }
    }

    private static DomainEventMessage<?> message(Fact fact) {
        return new GenericDomainEventMessage<>(
                "deal",
                "deal/" + fact.stream(),
                fact.sequence(),
                new CounterEvent.Noted(fact.text()),
                Map.of(),
                fact.id().toString(),
                Instant.now());
    }
}
