package dev.baton.roles.directory;

import static dev.baton.roles.directory.Columns.deal;
import static dev.baton.roles.directory.Columns.due;
import static dev.baton.roles.directory.Columns.moment;

import dev.baton.contract.deal.Customer;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps the queue, and what is to be there before a deal goes on, as the facts have it, within their commit.
@Component
@ProcessingGroup(CommittedRows.GROUP)
class WaitingRows {
    private static final String OCCURRED_AT = "occurredat";

    private final RowsOfCommit rows;
    private final SearchRows search;

    WaitingRows(RowsOfCommit rows, SearchRows search) {
        this.rows = rows;
        this.search = search;
    }

    /// A leg that waits again after it was woken in vain keeps its place in the queue, and the
    /// manager who was told that it has waited for too long.
    @EventHandler
    void on(
            AssignmentQueued queued,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        rows.change(
                deal(stream),
                """
                insert into waiting_assignment as waited (deal, role, territory, reason, since, due_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (deal) do update set
                    role = excluded.role, woken = false,
                    reason = case when waited.waits_on and waited.role = excluded.role then waited.reason
                                  else excluded.reason end,
                    waits_on = waited.waits_on and waited.role = excluded.role,
                    every_manager = waited.every_manager and waited.waits_on and waited.role = excluded.role,
                    manager = case when waited.waits_on and waited.role = excluded.role then waited.manager end,
                    due_at = case when waited.waits_on and waited.role = excluded.role then waited.due_at
                                  else excluded.due_at end""",
                deal(stream),
                queued.role().name(),
                queued.territory(),
                queued.reason(),
                moment(happened, stored),
                due(queued.due()));
        search.supportHasTheWord(stream, queued.role());
    }

    /// Waits like the others, but for a manager; one that has waited for too long for whoever is
    /// the first.
    @EventHandler
    void on(
            AssignmentEscalated escalated,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        rows.change(
                deal(stream),
                """
                insert into waiting_assignment (deal, role, territory, reason, since, manager, due_at, waits_on)
                values (?, ?, (select territory from lead where lead.deal = ?), ?, ?, ?, ?, ?)
                on conflict (deal) do update set
                    role = excluded.role, reason = excluded.reason, manager = excluded.manager,
                    due_at = excluded.due_at, waits_on = excluded.waits_on, every_manager = false""",
                deal(stream),
                escalated.role().name(),
                deal(stream),
                escalated.reason(),
                moment(happened, stored),
                escalated.manager(),
                due(escalated.due()),
                escalated.waitsOn());
        search.supportHasTheWord(stream, escalated.role());
    }

    /// Somebody else decides as well; when every manager does, what was due stays overdue.
    @EventHandler
    void on(DecisionEscalated on, @SourceId String stream) {
        rows.change(
                deal(stream),
                """
                update waiting_assignment set manager = coalesce(?, manager), due_at = coalesce(?, due_at),
                    every_manager = ?
                where deal = ? and role = ?""",
                on.to(),
                due(on.due()),
                on.to() == null,
                deal(stream),
                on.role().name());
    }

    @EventHandler
    void on(AssignmentWoken woken, @SourceId String stream) {
        rows.change(deal(stream), "update waiting_assignment set woken = true where deal = ?", deal(stream));
    }

    /// Whom a free place may be for goes by the lead as well.
    @EventHandler
    void on(AssignmentCorrected as, @SourceId String stream) {
        Customer customer = as.customer();
        rows.change(
                deal(stream),
                """
                update lead set territory = coalesce(?, territory), product = coalesce(?, product),
                    language = case when cast(? as text) is null then language else ? end,
                    customer = coalesce(?, customer)
                where deal = ?""",
                as.territory(),
                as.product(),
                customer == null ? null : customer.id(),
                customer == null ? null : customer.language(),
                customer == null ? null : customer.id(),
                deal(stream));
        rows.change(
                deal(stream),
                "update waiting_assignment set territory = coalesce(?, territory) where deal = ?",
                as.territory(),
                deal(stream));
    }

    /// Nobody in support is looked for until the package is complete; who has said no has still said no.
    @EventHandler
    void on(PackageRefused refused, @SourceId String stream) {
        rows.change(
                deal(stream),
                "update responsibility set lacking = ?, lacking_due_at = ? where deal = ?",
                refused.missing(),
                due(refused.due()),
                deal(stream));
        rows.change(
                deal(stream),
                "delete from waiting_assignment where deal = ? and role = 'CUSTOMER_SUPPORT_REPRESENTATIVE'",
                deal(stream));
    }

    @EventHandler
    void on(LegPassedOver passed, @SourceId String stream) {
        search.forget(stream);
        search.supportHasTheWord(stream, passed.role());
    }
}
