package dev.baton.roles.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.ProspectingEvent.NurtureDue;
import dev.baton.contract.deal.ServiceEvent.CaseOpened;
import dev.baton.contract.deal.ServiceEvent.CaseResolved;
import dev.baton.contract.deal.ServiceEvent.OnboardingCompleted;
import dev.baton.contract.deal.ServiceEvent.Priority;
import dev.baton.roles.routing.Demand;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class EffortTest {
    private static final LocalDate SPRING = LocalDate.of(2027, 3, 1);
    private static final CaseOpened OPENED = new CaseOpened("C-1", "it stops", Priority.HIGH);
    private static final OnboardingCompleted ONBOARDED = new OnboardingCompleted(null);

    @Test
    void a_lead_that_rests_asks_for_nurturing_until_it_is_taken_up() {
        LeadRecycled rests = new LeadRecycled(SPRING, "no budget");
        assertThat(told(rests)).isEqualTo(Demand.NURTURING);
        assertThat(told(rests, new NurtureDue(SPRING))).isEqualTo(Demand.USUAL);
    }

    @Test
    void a_customer_in_use_asks_as_much_as_any_while_a_case_is_open() {
        assertThat(told(ONBOARDED)).isEqualTo(Demand.ONBOARDED);
        assertThat(told(ONBOARDED, OPENED)).isEqualTo(Demand.USUAL);
        assertThat(told(ONBOARDED, OPENED, new CaseResolved("C-1", "it goes"))).isEqualTo(Demand.ONBOARDED);
    }

    @Test
    void a_win_that_was_none_leaves_nothing_of_its_service() {
        assertThat(told(OPENED, reversed(), ONBOARDED)).isEqualTo(Demand.ONBOARDED);
    }

    /// The relay leaves a lead where it is that has come further than one that may be none.
    @Test
    void a_lead_that_is_given_back_too_late_asks_no_less_than_before() {
        assertThat(told(OPENED, new LeadReturned("no budget", "anna", null), ONBOARDED))
                .isEqualTo(Demand.USUAL);
    }

    private static Demand told(DealEvent... facts) {
        Effort effort = Effort.USUAL;
        for (DealEvent fact : facts) {
            effort = effort.told(fact);
        }
        return effort.demand();
    }

    private static CloseReversed reversed() {
        return new CloseReversed(Reversal.BOOKED_IN_ERROR, "typed", "max", "mia", Situation.ANNA);
    }
}
