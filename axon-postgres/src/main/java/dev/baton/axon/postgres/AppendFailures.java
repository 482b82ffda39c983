package dev.baton.axon.postgres;

import java.util.List;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.DuplicateKeyException;

/// Says by the name of the broken constraint what an append that failed ran into.
final class AppendFailures {
    private static final String EVENT_ID = "event_id_once";
    private static final String STREAM_SEQUENCE = "event_stream_sequence_once";

    private AppendFailures() {}

    static RuntimeException of(Exception failure, List<NewEvent> events) {
        if (LogAppender.isHole(failure)) {
            return new ConcurrencyException(
                    "the event before is not in the log, for one of " + streams(events), failure);
        }
        return switch (UniqueViolations.constraintOf(failure)) {
            case EVENT_ID -> new DuplicateEventId("an event of " + streams(events) + " is already in the log", failure);
            case STREAM_SEQUENCE -> conflict(failure, events);
            case "" -> new EventStoreException("events of " + streams(events) + " could not be appended", failure);
            // of a row beside the events
            default -> new DuplicateKeyException(failure.getMessage(), failure);
        };
    }

    private static RuntimeException conflict(Exception failure, List<NewEvent> events) {
        String message = "somebody else appended first to one of " + streams(events);
        return ofFirstEvent(failure)
                ? new AggregateStreamCreationException(message, failure)
                : new ConcurrencyException(message, failure);
    }

    /// The server names the key: `Key (stream_id, sequence)=(deal/7, 0) already exists.`
    private static boolean ofFirstEvent(Exception failure) {
        return UniqueViolations.detailOf(failure).contains(", 0) already exists");
    }

    private static String streams(List<NewEvent> events) {
        return events.stream()
                .map(event -> event.stream().toString())
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
