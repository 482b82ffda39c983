package dev.baton.projections.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import org.junit.jupiter.api.Test;

class TimelineFoldTest {

    @Test
    void every_event_of_both_services_is_told() {
        var facts = Facts.ofDeal(SmallOffice.written(), "deal-1");

        Timeline told = Facts.folded(new TimelineFold(), facts);

        assertThat(told.added())
                .extracting(TimelineEntry::event)
                .containsExactlyElementsOf(
                        facts.stream().map(fact -> fact.envelope().id()).toList());
    }

    @Test
    void what_was_told_before_is_not_needed_to_go_on() {
        var facts = Facts.ofDeal(SmallOffice.written(), "deal-1");

        Timeline told = new TimelineFold().apply(null, facts.get(7));

        assertThat(told.added())
                .extracting(TimelineEntry::event)
                .containsExactly(facts.get(7).envelope().id());
    }
}
