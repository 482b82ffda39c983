package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;

/// Binds events to a statement, an array for each column, one parameter after the other.
final class EventArrays {
    private final Connection connection;
    private final PreparedStatement statement;
    private int next;

    EventArrays(Connection connection, PreparedStatement statement, int first) {
        this.connection = connection;
        this.statement = statement;
        this.next = first;
    }

    /// The parameter after the last that was bound.
    int next() {
        return next;
    }

    void bytes(byte[] value) throws SQLException {
        statement.setBytes(next++, value);
    }

    void number(long value) throws SQLException {
        statement.setLong(next++, value);
    }

    void streams(List<NewEvent> events) throws SQLException {
        array("text", events, event -> event.stream().toString());
    }

    void sequences(List<NewEvent> events) throws SQLException {
        array("bigint", events, NewEvent::sequence);
    }

    void rows(List<NewEvent> events) throws SQLException {
        array("uuid", events, NewEvent::id);
        streams(events);
        sequences(events);
        array("text", events, NewEvent::type);
        array("text", events, NewEvent::payload);
        array("text", events, NewEvent::metadata);
        array("timestamptz", events, event -> utc(event.occurredAt()));
        array("text", events, NewEvent::source);
    }

    private void array(String type, List<NewEvent> events, Function<NewEvent, ?> column) throws SQLException {
        statement.setArray(
                next++,
                connection.createArrayOf(type, events.stream().map(column).toArray()));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
