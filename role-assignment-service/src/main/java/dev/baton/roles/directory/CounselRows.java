package dev.baton.roles.directory;

import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.contract.member.CounselEvent.FeedbackGiven;
import dev.baton.contract.member.CounselEvent.MarketNotePublished;
import java.time.Instant;
import java.time.ZoneOffset;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.messaging.annotation.SourceId;
import org.springframework.stereotype.Component;

/// Keeps what people tell each other where it can be looked for, within the commit of the facts.
@Component
@ProcessingGroup(CommittedRows.GROUP)
class CounselRows {
    private final RowsOfCommit rows;

    CounselRows(RowsOfCommit rows) {
        this.rows = rows;
    }

    @EventHandler
    void on(FeedbackGiven given, @SourceId String stream, @Timestamp Instant at) {
        StreamId person = StreamId.parse(stream);
        rows.change(
                person.id(),
                """
                insert into feedback
                    (feedback, role, member, about, about_type, deal, kind, text, given_by, given_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                given.feedback(),
                Role.ofStreamKind(person.kind()).name(),
                person.id(),
                given.about(),
                given.aboutType(),
                given.deal(),
                given.kind().name(),
                given.text(),
                given.by(),
                at.atOffset(ZoneOffset.UTC));
    }

    @EventHandler
    void on(MarketNotePublished published, @SourceId String stream, @Timestamp Instant at) {
        StreamId person = StreamId.parse(stream);
        rows.change(
                person.id(),
                """
                insert into market_note
                    (note, version, specialist, title, text, products, territories, published_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                published.note(),
                published.version(),
                person.id(),
                published.title(),
                published.text(),
                published.products().toArray(String[]::new),
                published.territories().toArray(String[]::new),
                at.atOffset(ZoneOffset.UTC));
    }
}
