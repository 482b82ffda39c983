package dev.baton.deal.deadline;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.deal.aggregate.Receipt;
import dev.baton.deal.lifecycle.Deadline;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What waits for its time, deal by deal: written in the commit of whatever changed it.
public final class DeadlineRows implements CommitCompanion {
    private final JdbcClient jdbc;

    public DeadlineRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Most commands change nothing of it, and cost nothing.
    @Override
    public boolean concerns(@Nullable Object commandResult) {
        return commandResult instanceof Receipt receipt && receipt.deadlines() != null;
    }

    @Override
    public void writeWithin(Connection connection, @Nullable Object commandResult) throws SQLException {
        if (commandResult instanceof Receipt receipt && receipt.deadlines() != null) {
            delete(connection, receipt.deal());
            for (Deadline deadline : receipt.deadlines()) {
                insert(connection, receipt.deal(), deadline);
            }
        }
    }

    private static void delete(Connection connection, String deal) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from deal_deadline where deal = ?")) {
            delete.setString(1, deal);
            delete.executeUpdate();
        }
    }

    private static void insert(Connection connection, String deal, Deadline deadline) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into deal_deadline (deal, kind, due_at) values (?, ?, ?)")) {
            insert.setString(1, deal);
            insert.setString(2, deadline.kind().name());
            insert.setObject(3, deadline.at().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    /// What failed before comes last.
    List<Passed> passed(Instant now, int most) {
        return jdbc.sql("select deal, kind, due_at from deal_deadline where due_at <= ?"
                        + " order by failures, due_at, deal limit ?")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query((row, number) -> new Passed(
                        row.getString("deal"),
                        new Deadline(
                                Deadline.Kind.valueOf(row.getString("kind")),
                                row.getObject("due_at", OffsetDateTime.class).toInstant())))
                .list();
    }

    void failed(Passed passed) {
        jdbc.sql("update deal_deadline set failures = failures + 1 where deal = ? and kind = ?")
                .params(passed.deal(), passed.deadline().kind().name())
                .update();
    }

    record Passed(String deal, Deadline deadline) {}
}
