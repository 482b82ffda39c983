package dev.baton.benchmarks.plain;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
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

    /// As Baton's lane has it: planned once, by the indexes.
    private static final String PLANS = "set plan_cache_mode = force_generic_plan; set enable_seqscan = off";

    private final Connection connection;
    private final PreparedStatement append;

    Lane(String database) throws SQLException {
        connection = DriverManager.getConnection(database);
        try (Statement plans = connection.createStatement()) {
            plans.execute(PLANS);
        }
        append = connection.prepareStatement(APPEND);
    }

    void append(List<Ticket> tickets) throws SQLException {
        append.setBytes(
                1, Sha.contents(tickets.stream().map(ticket -> ticket.event).toList()));
        append.setLong(2, tickets.size());
        texts(3, tickets, ticket -> ticket.key);
        texts(4, tickets, ticket -> ticket.digest);
        texts(5, tickets, ticket -> ticket.answer);
        set(6, "uuid", tickets.stream().map(ticket -> ticket.event.id()).toArray());
        texts(7, tickets, ticket -> ticket.event.stream());
        set(8, "bigint", tickets.stream().map(ticket -> ticket.event.sequence()).toArray(Long[]::new));
        texts(9, tickets, ticket -> ticket.event.type());
        texts(10, tickets, ticket -> ticket.event.payload());
        texts(11, tickets, ticket -> ticket.event.metadata());
        set(
                12,
                "timestamptz",
                tickets.stream().map(ticket -> ticket.event.occurred()).toArray());
        texts(13, tickets, ticket -> ticket.event.source());
        append.execute();
    }

    private void texts(int parameter, List<Ticket> tickets, Function<Ticket, String> column) throws SQLException {
        set(parameter, "text", tickets.stream().map(column).toArray(String[]::new));
    }

    /// Arrays of strings and numbers are sent as they are, others as a text that the server parses.
    private void set(int parameter, String type, Object[] column) throws SQLException {
        append.setArray(parameter, connection.createArrayOf(type, column));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
