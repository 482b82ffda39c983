package dev.baton.projections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Sources;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.FoldedRows;
import dev.baton.projections.testing.SmallOffice;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/// In which order a deal's story is told, in the view that analysts read.
class StoryOrderTest {
    private final EventBook book = new EventBook();
    private final List<EventEnvelope> events = written();

    @Test
    void a_story_is_told_by_when_it_was_stored() {
        assertThat(told(events)).isEqualTo(inOrder(events));
        assertThat(told(bySource(events))).isEqualTo(inOrder(events));
    }

    /// Each event of the book is caused by the one before it.
    @Test
    void a_cause_is_told_before_what_it_brought_about_although_its_clock_is_ahead() {
        assertThat(told(skewed(Sources.DEAL_SERVICE, Duration.ofSeconds(5)))).isEqualTo(inOrder(events));
        assertThat(told(skewed(Sources.ROLE_ASSIGNMENT_SERVICE, Duration.ofSeconds(5))))
                .isEqualTo(inOrder(events));
    }

    @Test
    void what_a_service_said_stays_in_its_order_although_its_clock_went_back() {
        EventEnvelope last = events.getLast();
        List<EventEnvelope> back = events.stream()
                .map(event -> event.equals(last) ? recorded(event, Duration.ofHours(-1)) : event)
                .toList();
        assertThat(told(back)).isEqualTo(inOrder(events));
    }

    private List<EventEnvelope> written() {
        SmallOffice office = new SmallOffice(book);
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.qualified("deal", "2026-01-02T12:00:00Z");
        office.handsOver(
                "deal", "2026-01-02T12:00:00Z", SmallOffice.RITA, SmallOffice.ANNA, 1, TransferCause.LEAD_QUALIFIED);
        return book.events();
    }

    private static List<EventEnvelope> bySource(List<EventEnvelope> events) {
        return events.stream()
                .sorted(Comparator.comparing(EventEnvelope::source))
                .toList();
    }

    private List<EventEnvelope> skewed(String source, Duration by) {
        return events.stream()
                .map(event -> event.source().equals(source) ? recorded(event, by) : event)
                .toList();
    }

    private static EventEnvelope recorded(EventEnvelope event, Duration later) {
        return new EventEnvelope(
                event.id(),
                event.source(),
                event.type(),
                event.subject(),
                event.sequence(),
                event.partitionKey(),
                event.time(),
                event.recordedTime().plus(later),
                event.causationId(),
                event.correlationId(),
                event.actor(),
                event.originSource(),
                event.originId(),
                event.extensions(),
                event.data());
    }

    private static List<String> inOrder(List<EventEnvelope> events) {
        return events.stream()
                .map(event -> event.source() + "#" + event.sequence())
                .toList();
    }

    private static List<String> told(List<EventEnvelope> events) {
        try (FoldedRows rows = new FoldedRows(jdbc -> new Folding().models(jdbc, new JsonEventCodec()))) {
            return rows.fold(events, 1)
                    .jdbc()
                    .queryForList(
                            "select source || '#' || sequence from analytics.deal_timeline order by ordinal",
                            String.class);
        }
    }
}
