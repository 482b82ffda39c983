package dev.baton.roles.directory;

import static dev.baton.roles.directory.Columns.deal;
import static dev.baton.roles.directory.Columns.moment;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps who holds each deal as the facts have it, and who knows the customer by it, within their commit.
@Component
@ProcessingGroup(CommittedRows.GROUP)
class HolderRows {
    private static final String OCCURRED_AT = "occurredat";

    /// A hand-over that does not follow the present holding finds nobody to write, and the column refuses nobody.
    private static final String HAND_OVER = """
            update responsibility set
                role = case when role = ? and member = ? and epoch = ? - 1 and ended_at is null then ? end,
                member = ?, epoch = ?, since = ?, rehoming = false, lacking = case when ? then null else lacking end,
                credit_role = ?, credit_member = ?
            where deal = ?""";

    /// Who knows the customer now, whatever is told late.
    private static final String KNOWS_THE_CUSTOMER = """
            insert into account_holder as known (customer, role, member, since)
            select customer, ?, ?, ? from lead where deal = ? and customer is not null
            on conflict (customer, role) do update set member = excluded.member, since = excluded.since
            where known.since <= excluded.since""";

    private final RowsOfCommit rows;
    private final SearchRows search;

    HolderRows(RowsOfCommit rows, SearchRows search) {
        this.rows = rows;
        this.search = search;
    }

    @EventHandler
    void on(
            ResponsibilityOpened opened,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        rows.change(
                deal(stream),
                "insert into responsibility (deal, role, member, epoch, since) values (?, ?, ?, 0, ?)",
                deal(stream),
                opened.holder().role().name(),
                opened.holder().member(),
                moment(happened, stored));
        knowsTheCustomer(stream, opened.holder(), moment(happened, stored));
    }

    /// A deal that had ended: only what has ended begins again, with the next epoch.
    @EventHandler
    void on(
            ResponsibilityReopened reopened,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        rows.change(
                deal(stream),
                """
                update responsibility set
                    role = case when epoch = ? - 1 and ended_at is not null then ? end,
                    member = ?, epoch = ?, since = ?, ended_at = null, rehoming = false, lacking = null,
                    credit_role = null, credit_member = null
                where deal = ?""",
                reopened.epoch(),
                reopened.holder().role().name(),
                reopened.holder().member(),
                reopened.epoch(),
                moment(happened, stored),
                deal(stream));
        knowsTheCustomer(stream, reopened.holder(), moment(happened, stored));
    }

    private void knowsTheCustomer(String stream, Holder holder, OffsetDateTime since) {
        rows.change(deal(stream), KNOWS_THE_CUSTOMER, holder.role().name(), holder.member(), since, deal(stream));
    }

    @EventHandler
    void on(
            ResponsibilityTransferred moved,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        Holder from = moved.from();
        Holder to = moved.to();
        rows.change(
                deal(stream),
                HAND_OVER,
                from.role().name(),
                from.member(),
                moved.epoch(),
                to.role().name(),
                to.member(),
                moved.epoch(),
                moment(happened, stored),
                endsThePackage(moved),
                moved.credit() == null ? null : moved.credit().role().name(),
                moved.credit() == null ? null : moved.credit().member(),
                deal(stream));
        knowsTheCustomer(stream, to, moment(happened, stored));
        search.forget(stream);
    }

    /// Whoever else holds the deal by now owes what its package lacks, by when that was due; support has taken it as
    /// it was, and what is set back has none.
    private static boolean endsThePackage(ResponsibilityTransferred moved) {
        return moved.to().role() == Role.CUSTOMER_SUPPORT_REPRESENTATIVE
                || moved.cause() == TransferCause.CLOSE_REVERSED
                || moved.cause() == TransferCause.LEAD_RETURNED;
    }

    @EventHandler
    void on(
            ResponsibilityEnded ended,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        rows.change(
                deal(stream),
                "update responsibility set ended_at = ? where deal = ?",
                moment(happened, stored),
                deal(stream));
        search.forget(stream);
    }

    @EventHandler
    void on(RehomingBegun begun, @SourceId String stream) {
        rows.change(
                deal(stream),
                "update responsibility set rehoming = true, rehoming_turn = nextval('presence_turn') where deal = ?",
                deal(stream));
    }
}
