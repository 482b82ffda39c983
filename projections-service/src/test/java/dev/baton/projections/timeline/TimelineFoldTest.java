package dev.baton.projections.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import org.junit.jupiter.api.Test;

class TimelineFoldTest {

    @Test
    void every_event_of_both_services_is_told_in_the_order_of_the_log() {
        EventBook book = SmallOffice.written();
        var facts = Facts.ofDeal(book, "deal-1");

        Timeline told = Facts.folded(new TimelineFold(), facts);

        assertThat(told.added())
                .hasSameSizeAs(facts)
                .extracting(TimelineEntry::ordinal)
                .startsWith(1, 2, 3);
        assertThat(told.added())
                .extracting(TimelineEntry::event)
                .containsExactlyElementsOf(
                        facts.stream().map(fact -> fact.envelope().id()).toList());
    }

    @Test
    void a_story_goes_on_where_it_stopped() {
        var facts = Facts.ofDeal(SmallOffice.written(), "deal-1");

        Timeline told = new TimelineFold().apply(Timeline.of("deal-1", 7), facts.getFirst());

        assertThat(told.added()).extracting(TimelineEntry::ordinal).containsExactly(8);
    }
}
