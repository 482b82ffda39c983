package dev.baton.axon.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.axonframework.modelling.command.ConcurrencyException;

/// The one place where events enter the log: lock, number, insert, chain.
///
/// The lock is held from here to the commit, so that the order of commits is the order of positions
/// and a reader never has to look back. Needs READ COMMITTED: the end of the log is read by a
/// statement that begins after the lock was granted.
final class LogAppender {
    /// An advisory lock is known by its number alone; every appender of a database must use this
    /// one.
    static final long LOG_LOCK = 0x6261746f6e6c6f67L;

    private static final String LOCK_THEN_READ_END = """
            select pg_advisory_xact_lock(%d);
            select last_position, hash, greatest(committed_at, clock_timestamp()) as now
            from (select clock_timestamp()) as one
            left join lateral (
                select last_position, hash, committed_at from event_commit
                order by first_position desc limit 1
            ) as last on true;
            select stream_id from unnest(?::text[], ?::bigint[]) as head (stream_id, sequence)
            where sequence > 0 and not exists (
                select from event
                where event.stream_id = head.stream_id and event.sequence = head.sequence - 1)
            """.formatted(LOG_LOCK);

    private static final String INSERT_EVENTS = """
            insert into event (position, event_id, stream_id, sequence, type, payload, metadata,
                               occurred_at, recorded_at, source)
            select ? + ordinality - 1, event_id, stream_id, sequence, type, payload, metadata,
                   occurred_at, ?, source
            from unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                 with ordinality as t (event_id, stream_id, sequence, type, payload, metadata, occurred_at, source,
                                       ordinality)
            """;

    private static final String INSERT_COMMIT = """
            insert into event_commit (first_position, last_position, digest, previous_hash, hash, committed_at)
            values (?, ?, ?, ?, ?, ?)
            """;

    private LogAppender() {}

    /// Appends the events as one commit, within the connection's transaction.
    ///
    /// @return the position of the last one
    /// @throws ConcurrencyException when a stream would get a hole
    static long append(Connection connection, List<NewEvent> events) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the log's lock means nothing outside a transaction of this database");
        }
        End end = lockThenReadEnd(connection, events);
        insertEvents(connection, events, end);
        insertCommit(connection, events, end);
        return end.position() + events.size();
    }

    private static End lockThenReadEnd(Connection connection, List<NewEvent> events) throws SQLException {
        List<NewEvent> heads = StreamHeads.of(events);
        try (PreparedStatement statement = connection.prepareStatement(LOCK_THEN_READ_END)) {
            statement.setArray(
                    1, array(connection, "text", heads, event -> event.stream().toString()));
            statement.setArray(2, array(connection, "bigint", heads, NewEvent::sequence));
            statement.execute();
            statement.getMoreResults();
            End end = readEnd(statement.getResultSet());
            statement.getMoreResults();
            requireNoHole(statement.getResultSet());
            return end;
        }
    }

    private static End readEnd(ResultSet row) throws SQLException {
        row.next();
        byte[] hash = row.getBytes("hash");
        Instant now = row.getObject("now", OffsetDateTime.class).toInstant();
        return new End(row.getLong("last_position"), hash == null ? CommitDigest.GENESIS : hash, now);
    }

    /// A state that was kept in memory may hold events whose transaction failed: what was decided
    /// on it is refused as a conflict, so that the state is dropped and the decision made again.
    private static void requireNoHole(ResultSet streams) throws SQLException {
        if (streams.next()) {
            throw new ConcurrencyException("the event before is not in the log, for " + streams.getString("stream_id"));
        }
    }

    private static void insertEvents(Connection connection, List<NewEvent> events, End end) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_EVENTS)) {
            insert.setLong(1, end.position() + 1);
            insert.setObject(2, utc(end.now()));
            insert.setArray(3, array(connection, "uuid", events, NewEvent::id));
            insert.setArray(
                    4, array(connection, "text", events, event -> event.stream().toString()));
            insert.setArray(5, array(connection, "bigint", events, NewEvent::sequence));
            insert.setArray(6, array(connection, "text", events, NewEvent::type));
            insert.setArray(7, array(connection, "text", events, NewEvent::payload));
            insert.setArray(8, array(connection, "text", events, NewEvent::metadata));
            insert.setArray(9, array(connection, "timestamptz", events, event -> utc(event.occurredAt())));
            insert.setArray(10, array(connection, "text", events, NewEvent::source));
            insert.executeUpdate();
        }
    }

    private static void insertCommit(Connection connection, List<NewEvent> events, End end) throws SQLException {
        byte[] digest = CommitDigest.digest(events, end.position() + 1, end.now());
        try (PreparedStatement insert = connection.prepareStatement(INSERT_COMMIT)) {
            insert.setLong(1, end.position() + 1);
            insert.setLong(2, end.position() + events.size());
            insert.setBytes(3, digest);
            insert.setBytes(4, end.hash());
            insert.setBytes(5, CommitDigest.hash(end.hash(), digest));
            insert.setObject(6, utc(end.now()));
            insert.executeUpdate();
        }
    }

    private static Array array(Connection connection, String type, List<NewEvent> events, Function<NewEvent, ?> column)
            throws SQLException {
        return connection.createArrayOf(type, events.stream().map(column).toArray());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /// Where the log ends.
    ///
    /// @param now the database's clock, or the last commit's time when the clock went back
    @SuppressWarnings("ArrayRecordComponent")
    private record End(long position, byte[] hash, Instant now) {}
}
