package dev.baton.benchmarks.plain;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

/// A connection that appends a batch of tickets: lock, number, chain, insert and commit in one round
/// trip, since the driver sends several statements in one call as one transaction.
final class Lane implements AutoCloseable {
    /// The lock that Baton's appenders take.
    private static final long LOG_LOCK = 0x6261746f6e6c6f67L;

    /// The statement after the lock begins when the lock was granted, and so sees the last commit.
    private static final String APPEND = """
            select pg_advisory_xact_lock(%d);
            with last as materialized (
                select coalesce(last_position, 0) as position,
                       coalesce(hash, decode(repeat('00', 32), 'hex')) as hash,
                       greatest(committed_at, clock_timestamp()) as now
                from (select) as one
                left join lateral (
                    select last_position, hash, committed_at from event_commit
                    order by first_position desc limit 1
                ) as there on true
            ), added as materialized (
                select position + 1 as first, hash as previous, now,
                       sha256(?::bytea || int8send(position + 1)
                              || int8send((extract(epoch from now) * 1000000)::bigint)) as digest
                from last
            ), chained as (
                insert into event_commit (first_position, last_position, digest, previous_hash, hash, committed_at)
                select first, first + ?::bigint - 1, digest, previous, sha256(previous || digest), now from added
            ), answered as (
                insert into idempotent_answer (scope, key, request_digest, status, answer)
                select 'bench', key, digest, 200, answer
                from unnest(?::text[], ?::text[], ?::text[]) as t (key, digest, answer)
            )
            insert into event (position, event_id, stream_id, sequence, type, payload, metadata,
                               occurred_at, recorded_at, source)
            select first + ordinality - 1, event_id, stream_id, sequence, type, payload, metadata,
                   occurred_at, now, source
            from added, unnest(?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
                               ?::timestamptz[], ?::text[])
                 with ordinality as t (event_id, stream_id, sequence, type, payload, metadata, occurred_at, source,
                                       ordinality)
            """.formatted(LOG_LOCK);

    private final Connection connection;
    private final PreparedStatement append;

    Lane(String database) throws SQLException {
        connection = DriverManager.getConnection(database);
        append = connection.prepareStatement(APPEND);
    }

    void append(List<Ticket> tickets) throws SQLException {
        append.setBytes(
                1, Sha.contents(tickets.stream().map(ticket -> ticket.event).toList()));
        append.setLong(2, tickets.size());
        set(3, "text", tickets, ticket -> ticket.key);
        set(4, "text", tickets, ticket -> ticket.digest);
        set(5, "text", tickets, ticket -> ticket.answer);
        set(6, "uuid", tickets, ticket -> ticket.event.id());
        set(7, "text", tickets, ticket -> ticket.event.stream());
        set(8, "bigint", tickets, ticket -> ticket.event.sequence());
        set(9, "text", tickets, ticket -> ticket.event.type());
        set(10, "text", tickets, ticket -> ticket.event.payload());
        set(11, "text", tickets, ticket -> ticket.event.metadata());
        set(12, "timestamptz", tickets, ticket -> ticket.event.occurred());
        set(13, "text", tickets, ticket -> ticket.event.source());
        append.execute();
    }

    private void set(int parameter, String type, List<Ticket> tickets, Function<Ticket, ?> column) throws SQLException {
        append.setArray(
                parameter,
                connection.createArrayOf(type, tickets.stream().map(column).toArray()));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
