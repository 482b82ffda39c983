package dev.baton.axon.postgres;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/// Axon's event store on the log. Its streams are signalled after a commit, where Axon's own would
/// poll.
public final class PostgresEventStore extends AbstractEventStore {
    private final LogReader reader;
    private final AxonMessages messages;
    private final LogSignal signal;

    PostgresEventStore(EventStorageEngine engine, LogReader reader, AxonMessages messages, LogSignal signal) {
        super(new Settings().storageEngine(engine));
        this.reader = reader;
        this.messages = messages;
        this.signal = signal;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new LogStream(reader, messages, signal, PostgresEventStorageEngine.positionOf(token));
    }

    private static final class Settings extends Builder {}
}
