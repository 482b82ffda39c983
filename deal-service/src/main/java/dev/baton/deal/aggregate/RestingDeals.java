package dev.baton.deal.aggregate;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.deal.lifecycle.DealCommand;
import dev.baton.deal.lifecycle.HoldCommand.PutOnHold;
import dev.baton.deal.lifecycle.ProspectingCommand.RecycleLead;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The table of deals that go on by themselves on a day that is known.
public final class RestingDeals {
    private final JdbcClient jdbc;

    public RestingDeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps the day in the commit of the fact that begins the rest.
    CommitCompanion beside(DealCommand command, CommitCompanion other) {
        return command instanceof PutOnHold || command instanceof RecycleLead
                ? (connection, result) -> {
                    other.writeWithin(connection, result);
                    keep(connection, result);
                }
                : other;
    }

    private static void keep(Connection connection, @Nullable Object result) throws SQLException {
        if (result instanceof Receipt receipt && receipt.restsUntil() != null) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into resting_deal (deal_id, state, due_at) values (?, ?, ?) on conflict (deal_id)"
                            + " do update set state = excluded.state, due_at = excluded.due_at")) {
                insert.setString(1, receipt.deal());
                insert.setString(2, receipt.state());
                insert.setObject(3, receipt.restsUntil().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        }
    }

    /// Those whose day has come, the longest due first.
    public List<Due> due(Instant now, int most) {
        return jdbc.sql("select deal_id, state, due_at from resting_deal where due_at <= ?"
                        + " order by due_at, deal_id limit ?")
                .params(now.atOffset(ZoneOffset.UTC), most)
                .query((row, number) -> new Due(
                        row.getString("deal_id"),
                        row.getString("state"),
                        row.getObject("due_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /// The deal has gone on, or had gone on before; a later rest has a later day, and stays.
    public void settle(Due due) {
        jdbc.sql("delete from resting_deal where deal_id = ? and due_at = ?")
                .params(due.deal(), due.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// @param state `OnHold` or `Nurturing`
    public record Due(String deal, String state, Instant at) {}
}
