package dev.baton.deal.claim;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.deal.aggregate.Receipt;
import dev.baton.deal.event.EventDigest;
import dev.baton.deal.event.EventText;
import dev.baton.deal.event.PostedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The claims on (source, id).
public final class Claims {
    private static final String INSERT_APPLIED =
            "insert into claim (source, id, digest, deal_id, status, sequence) values (?, ?, ?, ?, 'APPLIED', ?)";

    private final JdbcClient jdbc;
    private final EventText text;

    public Claims(JdbcClient jdbc, EventText text) {
        this.jdbc = jdbc;
        this.text = text;
    }

    public Optional<Claim> find(String source, String id) {
        return jdbc.sql("select digest, deal_id, status, sequence from claim where source = ? and id = ?")
                .params(source, id)
                .query((row, number) -> new Claim(
                        source,
                        id,
                        row.getString("digest"),
                        row.getString("deal_id"),
                        Claim.Status.valueOf(row.getString("status")),
                        row.getObject("sequence", Long.class)))
                .optional();
    }

    /// For the command that the event becomes: both are in one commit, or neither is. A claim that is there already
    /// rolls the command back with `DuplicateKeyException`.
    public CommitCompanion applied(PostedEvent event, String digest) {
        return (connection, result) -> insertApplied(connection, event, digest, result);
    }

    /// Two bodies under one (source, id): one of them is wrong, and ops will want to see both.
    public void keepConflict(PostedEvent event, String actor) {
        jdbc.sql("insert into claim_conflict (source, id, digest, event, actor) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(event.source(), event.id(), EventDigest.of(event), text.of(event), actor)
                .update();
    }

    private static void insertApplied(Connection connection, PostedEvent event, String digest, @Nullable Object result)
            throws SQLException {
        if (!(result instanceof Receipt receipt)) {
            throw new IllegalStateException("a deal answers with a receipt, not with " + result);
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_APPLIED)) {
            insert.setString(1, event.source());
            insert.setString(2, event.id());
            insert.setString(3, digest);
            insert.setString(4, receipt.deal());
            insert.setLong(5, receipt.version());
            insert.executeUpdate();
        }
    }
}
