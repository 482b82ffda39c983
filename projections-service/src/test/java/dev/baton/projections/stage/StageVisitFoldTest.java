package dev.baton.projections.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.projections.deal.DealState;
import dev.baton.projections.testing.EventBook;
import dev.baton.projections.testing.Facts;
import dev.baton.projections.testing.SmallOffice;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StageVisitFoldTest {
    private final EventBook book = new EventBook();
    private final SmallOffice office = new SmallOffice(book);

    @Test
    void a_visit_ends_at_the_moment_at_which_the_next_begins() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.qualified("deal", "2026-01-03T12:00:00Z");

        StageVisits visits = folded();

        assertThat(visits.visits())
                .extracting(StageVisit::stage)
                .containsExactly(DealState.PROSPECTING, DealState.QUALIFIED);
        assertThat(visits.visits().getFirst().left()).isEqualTo(Instant.parse("2026-01-03T12:00:00Z"));
        assertThat(visits.visits().getLast().left()).isNull();
    }

    @Test
    void a_stage_that_was_skipped_has_no_visit() {
        office.found("deal", "2026-01-01T12:00:00Z", "East", "GTX Pro", null);
        office.closed("deal", "2026-01-03T12:00:00Z", Outcome.LOST, null);

        assertThat(folded().visits())
                .extracting(StageVisit::stage)
                .containsExactly(DealState.PROSPECTING, DealState.LOST);
    }

    private StageVisits folded() {
        return Facts.folded(new StageVisitFold(), Facts.ofDeal(book, "deal"));
    }
}
