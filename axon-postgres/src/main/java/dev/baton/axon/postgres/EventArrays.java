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
        texts(events, event -> event.stream().toString());
    }

    void sequences(List<NewEvent> events) throws SQLException {
        array("bigint", events.stream().map(NewEvent::sequence).toArray(Long[]::new));
    }

    void rows(List<NewEvent> events) throws SQLException {
        array("uuid", events.stream().map(NewEvent::id).toArray());
        streams(events);
        sequences(events);
        texts(events, NewEvent::type);
        texts(events, NewEvent::payload);
        texts(events, NewEvent::metadata);
        array(
                "timestamptz",
                events.stream().map(event -> utc(event.occurredAt())).toArray());
        texts(events, NewEvent::source);
    }

    private void texts(List<NewEvent> events, Function<NewEvent, String> column) throws SQLException {
        array("text", events.stream().map(column).toArray(String[]::new));
    }

    /// The driver sends arrays of strings and numbers as they are; one of objects it would write as a text, with every
    /// quotation mark of the JSON escaped, for the server to parse.
    private void array(String type, Object[] column) throws SQLException {
        statement.setArray(next++, connection.createArrayOf(type, column));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
