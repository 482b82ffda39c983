package dev.baton.deal.claim;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// What waits and what was given up, in one list by the order of arrival, and what ops may do about the latter.
public final class WaitedEvents {
    private static final String ALL = """
            select number, 'WAITING' as state, source, id, event::json ->> 'type' as type, deal_id, actor,
                   parked_at, reason as awaits, expires_at, null as problem, null::timestamptz as given_up_at,
                   null as discarded_by
            from parked_event
            union all
            select number, case when discarded_at is null then cause else 'DISCARDED' end, source, id,
                   event::json ->> 'type', deal_id, actor, parked_at, null, null::timestamptz, problem, given_up_at,
                   discarded_by
            from given_up_event
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    public WaitedEvents(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// @param after the number of the last one seen, 0 for the beginning
    public List<WaitedEvent> list(Set<WaitedEvent.State> states, long after, int limit) {
        return jdbc.sql("select * from (" + ALL
                        + ") waited where number > ? and state = any (?) order by number limit ?")
                .params(after, states.stream().map(Enum::name).toArray(String[]::new), limit)
                .query(WaitedEvents::row)
                .list();
    }

    public Optional<WaitedEvent> find(long number) {
        return jdbc.sql("select * from (" + ALL + ") waited where number = ?")
                .param(number)
                .query(WaitedEvents::row)
                .optional();
    }

    /// Lets one that was given up wait again in its old place, under its claim.
    ///
    /// @param digest of the event, for the claim
    /// @return whether it was there to be readmitted
    /// @throws org.springframework.dao.DuplicateKeyException when its sender has sent it again meanwhile
    public boolean readmit(long number, String digest, Instant expiresAt) {
        return Boolean.TRUE.equals(transactions.execute(status -> {
            int back = jdbc.sql("""
                            with back as (delete from given_up_event where number = ? returning *)
                            insert into parked_event
                                (number, source, id, deal_id, event, actor, reason, parked_at, expires_at)
                            overriding system value
                            select number, source, id, deal_id, event, actor, 'retry-requested', parked_at, ? from back""")
                    .params(number, expiresAt.atOffset(ZoneOffset.UTC))
                    .update();
            return back == 1 && claim(number, digest);
        }));
    }

    private boolean claim(long number, String digest) {
        return jdbc.sql("""
                        insert into claim (source, id, digest, deal_id, status)
                        select source, id, ?, deal_id, 'PARKED' from parked_event where number = ?""").params(digest, number).update() == 1;
    }

    /// The event as it was posted.
    public Optional<String> text(long number) {
        return jdbc.sql("select event from given_up_event where number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    /// Settles one that was given up. It stays on record, with who settled it first.
    ///
    /// @return whether there is such a one
    public boolean discard(long number, String by) {
        return jdbc.sql("""
                        update given_up_event
                        set discarded_at = coalesce(discarded_at, clock_timestamp()),
                            discarded_by = coalesce(discarded_by, ?)
                        where number = ?""").params(by, number).update() == 1;
    }

    private static WaitedEvent row(ResultSet row, int number) throws SQLException {
        return new WaitedEvent(
                row.getLong("number"),
                WaitedEvent.State.valueOf(row.getString("state")),
                row.getString("source"),
                row.getString("id"),
                row.getString("type"),
                row.getString("deal_id"),
                row.getString("actor"),
                row.getTimestamp("parked_at").toInstant(),
                row.getString("awaits"),
                instant(row.getTimestamp("expires_at")),
                row.getString("problem"),
                instant(row.getTimestamp("given_up_at")),
                row.getString("discarded_by"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
