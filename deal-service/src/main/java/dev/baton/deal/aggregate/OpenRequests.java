package dev.baton.deal.aggregate;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.deal.lifecycle.Escalation.Waiting;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of what people are asked about deals: their queues, and what goes on when nobody
/// answers. Written in the commit of the fact, as a whole for each deal.
public final class OpenRequests implements CommitCompanion {
    private static final String COLUMNS = "deal_id, kind, number, asked_by, asked, matter, due_at, escalates";

    private final JdbcClient jdbc;

    public OpenRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Most commands change nothing of it, and cost nothing.
    @Override
    public boolean concerns(@Nullable Object commandResult) {
        return commandResult instanceof Receipt receipt && receipt.waiting() != null;
    }

    @Override
    public void writeWithin(Connection connection, @Nullable Object commandResult) throws SQLException {
        if (commandResult instanceof Receipt receipt && receipt.waiting() != null) {
            forget(connection, receipt.deal());
            insert(connection, receipt.deal(), receipt.waiting());
        }
    }

    private static void forget(Connection connection, String deal) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from open_request where deal_id = ?")) {
            delete.setString(1, deal);
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, String deal, List<Waiting> waiting) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into open_request (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (Waiting one : waiting) {
                insert.setString(1, deal);
                insert.setString(2, one.kind().name());
                insert.setInt(3, one.number());
                insert.setString(4, one.by());
                insert.setString(5, one.with());
                insert.setString(6, one.matter());
                insert.setObject(7, one.due().atOffset(ZoneOffset.UTC));
                insert.setBoolean(8, one.escalates());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// Those that go on to somebody else, the longest due first.
    public List<OpenRequest> due(Instant now, int most) {
        return jdbc.sql("select " + COLUMNS + " from open_request where escalates and due_at <= ?"
                        + " order by due_at, deal_id, kind, number limit ?")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query(OpenRequests::row)
                .list();
    }

    /// What somebody is asked, the soonest due first.
    ///
    /// @param member in whose queue it is; everybody when absent
    /// @param unnamed also what any specialist may answer
    public List<OpenRequest> queue(@Nullable String member, boolean unnamed, int most) {
        return jdbc.sql("select " + COLUMNS + " from open_request"
                        + " where ?::text is null or asked = ? or (? and asked is null)"
                        + " order by due_at, deal_id, kind, number limit ?")
                .param(member)
                .param(member)
                .param(unnamed)
                .param(most)
                .query(OpenRequests::row)
                .list();
    }

    private static OpenRequest row(ResultSet row, int number) throws SQLException {
        return new OpenRequest(
                row.getString("deal_id"),
                RequestKind.valueOf(row.getString("kind")),
                row.getInt("number"),
                row.getString("asked_by"),
                row.getString("asked"),
                row.getString("matter"),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
    }

    /// @param number of the request among those of its kind within the deal
    /// @param asked in whose queue it is; absent when any specialist may answer
    /// @param due when it goes on, or is late if nobody is left to ask
    public record OpenRequest(
            String dealId,
            RequestKind kind,
            int number,
            String askedBy,
            @Nullable String asked,
            @Nullable String matter,
            Instant due) {}
}
