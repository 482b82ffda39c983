package dev.baton.roles.directory;

import dev.baton.contract.Holder;
import dev.baton.contract.StreamId;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
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
    }

    @EventHandler
    void on(
            ResponsibilityTransferred moved,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        Holder to = moved.to();
        rows.change(
                deal(stream),
                "update responsibility set role = ?, member = ?, epoch = ?, since = ? where deal = ?",
                to.role().name(),
                to.member(),
                moved.epoch(),
                moment(happened, stored),
                deal(stream));
        forgetTheSearch(stream);
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

    @EventHandler
    void on(LegPassedOver passed, @SourceId String stream) {
        forgetTheSearch(stream);
    }

    @EventHandler
    void on(
            OfferMade made,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        rows.change(
                deal(stream),
                "insert into offer (deal, offer, role, member, epoch, made_at) values (?, ?, ?, ?, ?, ?)",
                deal(stream),
                made.offer(),
                made.to().role().name(),
                made.to().member(),
                made.epoch(),
                moment(happened, stored));
        rows.change(deal(stream), "delete from waiting_assignment where deal = ?", deal(stream));
    }

    @EventHandler
    void on(OfferAccepted accepted, @SourceId String stream) {
        answer(stream, accepted.offer(), "ACCEPTED");
    }

    @EventHandler
    void on(OfferDeclined declined, @SourceId String stream) {
        answer(stream, declined.offer(), "DECLINED");
        rows.change(
                deal(stream),
                "insert into decliner (deal, member) values (?, ?) on conflict do nothing",
                deal(stream),
                declined.by().member());
    }

    @EventHandler
    void on(OfferCancelled cancelled, @SourceId String stream) {
        answer(stream, cancelled.offer(), "CANCELLED");
    }

    /// A leg that waits again after it was woken in vain keeps its place in the queue.
    @EventHandler
    void on(
            AssignmentQueued queued,
            @SourceId String stream,
            @MetaDataValue(OCCURRED_AT) @Nullable String happened,
            @Timestamp Instant stored) {
        rows.change(
                deal(stream),
                """
                insert into waiting_assignment (deal, role, territory, reason, since) values (?, ?, ?, ?, ?)
                on conflict (deal) do update set reason = excluded.reason, woken = false""",
                deal(stream),
                queued.role().name(),
                queued.territory(),
                queued.reason(),
                moment(happened, stored));
    }

    @EventHandler
    void on(AssignmentWoken woken, @SourceId String stream) {
        rows.change(deal(stream), "update waiting_assignment set woken = true where deal = ?", deal(stream));
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

    private static OffsetDateTime moment(@Nullable String happened, Instant stored) {
        return (happened == null ? stored : Instant.parse(happened)).atOffset(ZoneOffset.UTC);
    }
}
