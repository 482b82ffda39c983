package dev.baton.deal.claim;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.deal.aggregate.Receipt;
import dev.baton.deal.event.EventDigest;
import dev.baton.deal.event.EventText;
import dev.baton.deal.event.PostedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/// The events that wait, each with its claim.
public final class ParkedEvents {
    private static final String SELECT = "select number, source, id, deal_id, event, actor from parked_event ";

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final EventText text;

    public ParkedEvents(JdbcClient jdbc, TransactionOperations transactions, EventText text) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.text = text;
    }

    /// @param reason what is awaited, as a stable code
    /// @throws org.springframework.dao.DuplicateKeyException when (source, id) is claimed already
    public void park(PostedEvent event, String actor, String reason, Instant expiresAt) {
        transactions.executeWithoutResult(status -> {
            jdbc.sql("insert into claim (source, id, digest, deal_id, status) values (?, ?, ?, ?, 'PARKED')")
                    .params(event.source(), event.id(), EventDigest.of(event), event.deal())
                    .update();
            jdbc.sql("insert into parked_event (source, id, deal_id, event, actor, reason, expires_at)"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            event.source(),
                            event.id(),
                            event.deal(),
                            text.of(event),
                            actor,
                            reason,
                            expiresAt.atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    /// In the order of arrival.
    public List<ParkedEvent> of(String deal) {
        return jdbc.sql(SELECT + "where deal_id = ? order by number")
                .param(deal)
                .query(ParkedEvents::row)
                .list();
    }

    public List<ParkedEvent> expired(Instant now, int limit) {
        return jdbc.sql(SELECT + "where expires_at <= ? order by number limit ?")
                .params(now.atOffset(ZoneOffset.UTC), limit)
                .query(ParkedEvents::row)
                .list();
    }

    public List<String> deals() {
        return jdbc.sql("select distinct deal_id from parked_event")
                .query((row, number) -> row.getString(1))
                .list();
    }

    /// Those of the deals for which something waits.
    public List<String> waitingAmong(Collection<String> deals) {
        return jdbc.sql("select distinct deal_id from parked_event where deal_id = any (?)")
                .param(deals.toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list();
    }

    public long count() {
        return jdbc.sql("select count(*) from parked_event").query(Long.class).single();
    }

    /// Those that nobody has settled.
    public long countGivenUp() {
        return jdbc.sql("select count(*) from given_up_event where discarded_at is null")
                .query(Long.class)
                .single();
    }

    /// For the command that the event becomes at last.
    ///
    /// @throws NoLongerParked within the command, when somebody else was faster
    public CommitCompanion applied(ParkedEvent event) {
        return (connection, result) -> release(connection, event, result);
    }

    /// Waited in vain: the claim is given back, the event is kept for ops. Where somebody else was
    /// faster nothing is done: it may have been sent again by now, and the claim is of that.
    public void giveUp(ParkedEvent event, GivenUp cause, String problem) {
        transactions.executeWithoutResult(status -> {
            if (putAside(event, cause, problem)) {
                giveClaimBack(event);
            }
        });
    }

    private boolean putAside(ParkedEvent event, GivenUp cause, String problem) {
        return jdbc.sql("""
                            with gone as (delete from parked_event where number = ? returning *)
                            insert into given_up_event
                                (number, source, id, deal_id, event, actor, cause, problem, parked_at)
                            select number, source, id, deal_id, event, actor, ?, ?, parked_at from gone""").params(event.number(), cause.name(), problem).update() == 1;
    }

    private void giveClaimBack(ParkedEvent event) {
        jdbc.sql("delete from claim where source = ? and id = ? and status = 'PARKED'")
                .params(event.source(), event.id())
                .update();
    }

    private static void release(Connection connection, ParkedEvent event, @Nullable Object result) throws SQLException {
        if (!(result instanceof Receipt receipt)) {
            throw new IllegalStateException("a deal answers with a receipt, not with " + result);
        }
        try (PreparedStatement claim = connection.prepareStatement("""
                with gone as (delete from parked_event where number = ? returning source, id)
                update claim c set status = 'APPLIED', sequence = ?
                from gone where c.source = gone.source and c.id = gone.id""")) {
            claim.setLong(1, event.number());
            claim.setLong(2, receipt.version());
            if (claim.executeUpdate() != 1) {
                throw new NoLongerParked(event);
            }
        }
    }

    private static ParkedEvent row(ResultSet row, int number) throws SQLException {
        return new ParkedEvent(
                row.getLong("number"),
                row.getString("source"),
                row.getString("id"),
                row.getString("deal_id"),
                row.getString("event"),
                row.getString("actor"));
    }

    public enum GivenUp {
        EXPIRED,
        REFUSED
    }
}
