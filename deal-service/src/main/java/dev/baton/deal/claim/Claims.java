package dev.baton.deal.claim;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.axon.postgres.RowCompanion;
import dev.baton.axon.postgres.RowInsert;
import dev.baton.deal.aggregate.Receipt;
import dev.baton.deal.event.EventDigest;
import dev.baton.deal.event.EventText;
import dev.baton.deal.event.PostedEvent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The claims on (source, id).
public final class Claims {
    private static final RowInsert INSERT_APPLIED = RowInsert.into(
            "claim",
            "source",
            "text",
            "id",
            "text",
            "digest",
            "text",
            "deal_id",
            "text",
            "status",
            "text",
            "sequence",
            "bigint");

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
        return new Applied(event, digest);
    }

    /// Two bodies under one (source, id): one of them is wrong, and ops will want to see both.
    public void keepConflict(PostedEvent event, String actor) {
        jdbc.sql("insert into claim_conflict (source, id, digest, event, actor) values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing")
                .params(event.source(), event.id(), EventDigest.of(event), text.of(event), actor)
                .update();
    }

    private record Applied(PostedEvent event, String digest) implements RowCompanion {

        @Override
        public RowInsert insert() {
            return INSERT_APPLIED;
        }

        @Override
        public @Nullable Object[] row(@Nullable Object result) {
            if (!(result instanceof Receipt receipt)) {
                throw new IllegalStateException("a deal answers with a receipt, not with " + result);
            }
            return new Object[] {
                event.source(), event.id(), digest, receipt.deal(), Claim.Status.APPLIED.name(), receipt.version()
            };
        }
    }
}
