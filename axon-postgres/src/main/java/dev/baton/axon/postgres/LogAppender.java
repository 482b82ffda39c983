package dev.baton.axon.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/// The one place where events enter the log: lock, number, insert, chain, in one round trip.
///
/// The lock is held from here to the commit, so that the order of commits is the order of positions
/// and a reader never has to look back. Needs READ COMMITTED: the end of the log is read by a
/// statement that begins after the lock was granted, which is why the two are not one statement.
final class LogAppender {
    /// An advisory lock is known by its number alone; every appender of a database must use this
    /// one.
    static final long LOG_LOCK = 0x6261746f6e6c6f67L;

    /// What the server says when an append would leave a hole in a stream: see [#APPEND].
    static final String HOLE = "22012";

    private static final String LOCK = "select pg_advisory_xact_lock(%d)".formatted(LOG_LOCK);

    /// A state that was kept in memory may hold events whose transaction failed: what was decided
    /// on it would leave a hole in its stream. The statement must fail then, and with it whatever
    /// was sent behind it, so it divides by zero. So it does when the log has lost the commit on which
    /// rests what is not looked for: see [KnownEnds].
    private static final String APPEND = """
            with last as (
                select last_position, hash, committed_at from event_commit order by first_position desc limit 1
            ), hole as (
                select from unnest(?::text[], ?::bigint[]) as head (stream_id, sequence)
                where sequence > 0 and not exists (
                    select from event where event.stream_id = head.stream_id and event.sequence = head.sequence - 1)
                union all
                select from (values (?::bigint, ?::bytea)) as point (last_position, hash)
                where last_position > 0 and not exists (
                    select from event_commit
                    where event_commit.last_position = point.last_position and event_commit.hash = point.hash)
            ), here as (
                select coalesce((select last_position from last), 0) / case when exists (select from hole) then 0 else 1 end
                           as position,
                       coalesce((select hash from last), ?) as previous,
                       greatest((select committed_at from last), clock_timestamp()) as now
            ), link as (
                select position, previous, now,
                       sha256(? || int8send(position + 1) || int8send((extract(epoch from now) * 1000000)::bigint)) as digest
                from here
            ), committed as (
                insert into event_commit (first_position, last_position, digest, previous_hash, hash, committed_at)
                select position + 1, position + ?, digest, previous, sha256(previous || digest), now from link
                returning first_position, last_position, committed_at, hash
            ), appended as (
                insert into event (position, event_id, stream_id, sequence, type, payload, metadata,
                                   occurred_at, recorded_at, source)
                select first_position + ordinality - 1, event_id, stream_id, sequence, type, payload, metadata,
                       occurred_at, committed_at, source
                from committed,
                     unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[])
                     with ordinality as t (event_id, stream_id, sequence, type, payload, metadata, occurred_at, source,
                                           ordinality)
            )
            select last_position, hash from committed
            """;

    private static final String NOW = LOCK + ";\n" + APPEND;

    private LogAppender() {}

    /// Appends the events as one commit of the chain, within the connection's transaction.
    ///
    /// @return the position of the last one
    /// @throws SQLException with state [#HOLE] when a stream would get a hole; with the name of the
    ///     broken constraint when an event or its place in a stream is taken
    static long append(Connection connection, List<NewEvent> events) throws SQLException {
        requireTransaction(connection);
        try (PreparedStatement statement = connection.prepareStatement(NOW)) {
            bind(statement, connection, StreamHeads.of(events), CommitPoint.BEFORE_THE_FIRST, events);
            statement.execute();
            return end(statement).lastPosition();
        }
    }

    /// Appends the events, writes the rows and commits: everything is sent at once, and either all of it is durable
    /// when this returns or nothing of it is kept.
    ///
    /// @param known ends of streams; not changed
    /// @return the commit
    /// @throws SQLException as [#append]; when the connection was lost, it is unknown whether it was committed
    static CommitPoint appendAndCommit(
            Connection connection, KnownEnds known, List<NewEvent> events, Collection<RowInsert.Rows> rows)
            throws SQLException {
        requireTransaction(connection);
        StringBuilder sql = new StringBuilder(NOW);
        rows.forEach(some -> sql.append(";\n").append(some.insert().sql()));
        sql.append(";\ncommit");
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            int next = bind(statement, connection, known.unknown(StreamHeads.of(events)), known.last(), events);
            for (RowInsert.Rows some : rows) {
                next = some.bind(statement, next);
            }
            statement.execute();
            return end(statement);
        }
    }

    static boolean isHole(Exception failure) {
        return failure instanceof SQLException sql && HOLE.equals(sql.getSQLState());
    }

    /// Waits for whoever appends at the moment.
    static void lock(Connection connection) throws SQLException {
        requireTransaction(connection);
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.execute();
        }
    }

    /// @param heads events whose predecessor must be in the log
    /// @param known a commit that must be in the log
    /// @return the parameter after the last that was bound
    private static int bind(
            PreparedStatement statement,
            Connection connection,
            List<NewEvent> heads,
            CommitPoint known,
            List<NewEvent> events)
            throws SQLException {
        EventArrays arrays = new EventArrays(connection, statement, 1);
        arrays.streams(heads);
        arrays.sequences(heads);
        arrays.number(known.lastPosition());
        arrays.bytes(known.hash());
        arrays.bytes(CommitDigest.GENESIS);
        arrays.bytes(CommitDigest.contents(events));
        arrays.number(events.size());
        arrays.rows(events);
        return arrays.next();
    }

    private static CommitPoint end(PreparedStatement statement) throws SQLException {
        statement.getMoreResults();
        try (ResultSet row = statement.getResultSet()) {
            row.next();
            return new CommitPoint(row.getLong("last_position"), row.getBytes("hash"));
        }
    }

    private static void requireTransaction(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("the log's lock means nothing outside a transaction of this database");
        }
    }
}
