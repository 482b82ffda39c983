package dev.baton.roles.directory;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentCorrected;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.responsibility.ResponsibilityDecisions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps holders, standing offers and the queue as the facts have it, within their commit.
@Component
@ProcessingGroup(CommittedRows.GROUP)
class ResponsibilityRows {
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

    ResponsibilityRows(RowsOfCommit rows) {
        this.rows = rows;
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
        forgetTheSearch(stream);
    }

    /// Whoever else holds the deal by now owes what its package lacks, by when that was due; support has taken it as
    /// it was, and what is set back has none.
    private static boolean endsThePackage(ResponsibilityTransferred moved) {
        return isSupport(moved.to().role())
                || moved.cause() == TransferCause.CLOSE_REVERSED
                || moved.cause() == TransferCause.LEAD_RETURNED;
    }

    private static boolean isSupport(Role role) {
        return role == Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
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
        forgetTheSearch(stream);
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
        forgetTheSearch(stream);
        supportHasTheWord(stream, passed.role());
    }

    /// Support is looked for, or not any more: then nothing lacks.
    private void supportHasTheWord(String stream, Role leg) {
        if (isSupport(leg)) {
            rows.change(
                    deal(stream),
                    "update responsibility set lacking = null where deal = ? and lacking is not null",
                    deal(stream));
        }
    }

    @EventHandler
    void on(
            OfferMade made,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        rows.change(
                deal(stream),
                "insert into offer (deal, offer, role, member, epoch, made_at, due_at) values (?, ?, ?, ?, ?, ?, ?)",
                deal(stream),
                made.offer(),
                made.to().role().name(),
                made.to().member(),
                made.epoch(),
                moment(happened, stored),
                due(made.due()));
        supportHasTheWord(stream, made.to().role());
        rows.change(deal(stream), "delete from waiting_assignment where deal = ?", deal(stream));
    }

    @EventHandler
    void on(OfferAccepted accepted, @SourceId String stream) {
        answer(stream, accepted.offer(), "ACCEPTED");
        if (accepted.acceptance() == Acceptance.PERSON) {
            answering(stream, accepted.by());
        }
    }

    @EventHandler
    void on(OfferDeclined declined, @SourceId String stream) {
        answer(stream, declined.offer(), "DECLINED");
        rows.change(
                deal(stream),
                "insert into decliner (deal, member) values (?, ?) on conflict do nothing",
                deal(stream),
                declined.by().member());
        answering(stream, declined.by());
    }

    /// Whoever let an offer expire is passed over on this leg, as if they had said no.
    @EventHandler
    void on(OfferExpired expired, @SourceId String stream) {
        answer(stream, expired.offer(), "EXPIRED");
        rows.change(
                deal(stream),
                "insert into decliner (deal, member) values (?, ?) on conflict do nothing",
                deal(stream),
                expired.to().member());
        if (expired.cause() == ExpiryCause.NOT_ACCEPTED_IN_TIME) {
            rows.change(
                    deal(stream),
                    "update member_directory set missed = missed + 1 where role = ? and member = ?",
                    expired.to().role().name(),
                    expired.to().member());
        }
    }

    /// Whoever is looked for anew may be somebody who has said no.
    @EventHandler
    void on(OfferCancelled cancelled, @SourceId String stream) {
        answer(stream, cancelled.offer(), "CANCELLED");
        if (!cancelled.reason().equals(ResponsibilityDecisions.PACKAGE_NOT_COMPLETE)) {
            rows.change(deal(stream), "delete from decliner where deal = ?", deal(stream));
        }
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
        supportHasTheWord(stream, queued.role());
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
        supportHasTheWord(stream, escalated.role());
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
    void on(RehomingBegun begun, @SourceId String stream) {
        rows.change(
                deal(stream),
                "update responsibility set rehoming = true, rehoming_turn = nextval('presence_turn') where deal = ?",
                deal(stream));
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

    private void answering(String stream, Holder person) {
        rows.change(
                deal(stream),
                "update member_directory set missed = 0 where role = ? and member = ? and missed > 0",
                person.role().name(),
                person.member());
    }

    private void answer(String stream, String offer, String answer) {
        rows.change(deal(stream), "update offer set answer = ? where offer = ?", answer, offer);
    }

    private void forgetTheSearch(String stream) {
        rows.change(
                deal(stream),
                "with waited as (delete from waiting_assignment where deal = ?) delete from decliner where deal = ?",
                deal(stream),
                deal(stream));
    }

    private static String deal(String stream) {
        return StreamId.parse(stream).id();
    }

    private static @Nullable OffsetDateTime due(@Nullable Instant due) {
        return due == null ? null : due.atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime moment(@Nullable String happened, Instant stored) {
        return (happened == null ? stored : Instant.parse(happened)).atOffset(ZoneOffset.UTC);
    }
}
