package dev.baton.axon.postgres;

import dev.baton.contract.Extensions;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/// What a message hands on to the messages that it brings about: a command its attributes to its
/// events, an event its identity as their cause.
final class CausalCorrelation implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return switch (message) {
            case CommandMessage<?> command -> attributes(command);
            // A deadline is no event of the log: it hands on the cause that it was scheduled under.
            case DeadlineMessage<?> deadline -> chosen(deadline, Extensions.CAUSATION_ID, Extensions.CORRELATION_ID);
            case EventMessage<?> event -> caused(event);
            default -> Map.of();
        };
    }

    private static Map<String, String> attributes(CommandMessage<?> command) {
        Map<String, String> handedOn = new TreeMap<>();
        command.getMetaData().forEach((name, value) -> {
            if (value instanceof String text && (Attributes.travels(name) || name.equals(Attributes.OCCURRED_AT))) {
                handedOn.put(name, text);
            }
        });
        return handedOn;
    }

    private static Map<String, String> caused(EventMessage<?> event) {
        Map<String, String> handedOn = chosen(
                event,
                Attributes.OCCURRED_AT,
                Extensions.CORRELATION_ID,
                Extensions.TIME_ESTIMATED,
                Extensions.TRACE_PARENT);
        handedOn.put(Extensions.CAUSATION_ID, event.getIdentifier());
        handedOn.putIfAbsent(Extensions.CORRELATION_ID, event.getIdentifier());
        return handedOn;
    }

    private static Map<String, String> chosen(Message<?> message, String... names) {
        Map<String, String> chosen = new TreeMap<>();
        for (String name : names) {
            if (message.getMetaData().get(name) instanceof String text) {
                chosen.put(name, text);
            }
        }
        return chosen;
    }
}
