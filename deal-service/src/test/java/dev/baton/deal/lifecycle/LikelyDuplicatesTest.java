package dev.baton.deal.lifecycle;

import static dev.baton.deal.lifecycle.Deals.ACME;
import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.MILESTONES;
import static dev.baton.deal.lifecycle.Deals.after;
import static dev.baton.deal.lifecycle.Deals.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikelyDuplicatesTest {
    private static final Customer OTHER = new Customer("c-2", "Betatech");

    @Test
    void a_live_deal_of_the_same_customer_with_the_same_need_is_a_likely_duplicate() {
        assertThat(LikelyDuplicates.isOne(lead(ACME, " Presses"), deal())).isTrue();
        assertThat(LikelyDuplicates.isOne(lead(ACME, "bikes"), deal())).isFalse();
        assertThat(LikelyDuplicates.isOne(lead(OTHER, "presses"), deal())).isFalse();
        assertThat(LikelyDuplicates.isOne(lead(ACME, null), deal())).isFalse();
        assertThat(LikelyDuplicates.isOne(lead(null, "presses"), deal())).isFalse();
    }

    @Test
    void a_deal_that_rests_is_on_its_way_and_one_that_is_lost_is_not() {
        DealState resting = after(deal(), new LeadRecycled(LocalDate.of(2026, 4, 30), "autumn"));
        assertThat(LikelyDuplicates.isOne(lead(ACME, "presses"), (DealState.Known) resting))
                .isTrue();
        DealState lost = after(deal(), new Closed(Outcome.LOST, null, "PRICE", null));
        assertThat(LikelyDuplicates.isOne(lead(ACME, "presses"), (DealState.Known) lost))
                .isFalse();
    }

    @Test
    void what_was_corrected_counts() {
        DealState corrected = after(deal(), new DealCorrected("typo", null, null, null, null, null, "bikes", null));
        assertThat(LikelyDuplicates.isOne(lead(ACME, "presses"), (DealState.Known) corrected))
                .isFalse();
        assertThat(LikelyDuplicates.isOne(lead(ACME, "bikes"), (DealState.Known) corrected))
                .isTrue();
    }

    private static DealState.Known deal() {
        return (DealState.Known) after(unknown(), lead(ACME, "presses").foundUnder(1, MILESTONES.stewardAsHolder()));
    }

    private static Lead lead(@Nullable Customer customer, @Nullable String need) {
        return new Lead("milestones", "Ten presses", customer, null, null, null, need, EUR_1000, null);
    }
}
