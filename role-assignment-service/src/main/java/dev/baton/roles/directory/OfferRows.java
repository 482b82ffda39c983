package dev.baton.roles.directory;

import static dev.baton.roles.directory.Columns.deal;
import static dev.baton.roles.directory.Columns.due;
import static dev.baton.roles.directory.Columns.moment;

import dev.baton.contract.Holder;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.responsibility.ResponsibilityDecisions;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.messaging.annotation.SourceId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Keeps standing offers and who has said no as the facts have it, within their commit.
@Component
@ProcessingGroup(CommittedRows.GROUP)
class OfferRows {
    private static final String OCCURRED_AT = "occurredat";

    private final RowsOfCommit rows;
    private final SearchRows search;

    OfferRows(RowsOfCommit rows, SearchRows search) {
        this.rows = rows;
        this.search = search;
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
        search.supportHasTheWord(stream, made.to().role());
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
}
