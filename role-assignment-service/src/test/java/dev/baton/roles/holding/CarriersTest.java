package dev.baton.roles.holding;

import static dev.baton.roles.holding.Carriers.OF_A_CUSTOMER;
import static dev.baton.roles.holding.Carriers.OF_A_LEAD;
import static dev.baton.roles.holding.Carriers.OF_A_SALE;
import static dev.baton.roles.holding.Carriers.OF_A_WIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import java.time.LocalDate;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class CarriersTest {
    private static final Holder RITA = new Holder(Role.SALES_REPRESENTATIVE, "rita");
    private static final Holder ANNA = new Holder(Role.ACCOUNT_EXECUTIVE, "anna");
    private static final LeadFound FOUND =
            new LeadFound("milestones", "a lead", null, null, null, null, null, null, null, 1, RITA);
    private static final LeadQualified QUALIFIED = new LeadQualified(null, null, null);
    private static final Negotiated AGREED = new Negotiated(Money.parse("EUR 10.00"), null);
    private static final Closed WON = new Closed(Outcome.WON, null, null, null);
    private static final Closed LOST = new Closed(Outcome.LOST, null, "price", null);

    @Test
    void each_stage_is_carried_by_those_who_can_go_on_with_it() {
        assertThat(after(FOUND)).isEqualTo(OF_A_LEAD);
        assertThat(after(FOUND, QUALIFIED)).isEqualTo(OF_A_SALE);
        assertThat(after(FOUND, QUALIFIED, AGREED)).isEqualTo(OF_A_SALE);
        assertThat(after(FOUND, WON)).isEqualTo(OF_A_WIN);
        assertThat(after(FOUND, WON, new HandedToSupport("sam", null))).isEqualTo(OF_A_CUSTOMER);
        assertThat(after(FOUND, new LeadRecycled(LocalDate.EPOCH, "later"))).isEqualTo(OF_A_LEAD);
    }

    @Test
    void a_manager_may_carry_any_and_a_specialist_none() {
        for (Carriers carriers : Carriers.values()) {
            assertThat(carriers.roles()).contains(Role.SALES_MANAGER).doesNotContain(Role.SALES_SPECIALIST);
        }
    }

    @Test
    void what_is_set_back_is_carried_as_before() {
        assertThat(after(FOUND, QUALIFIED, new LeadReturned("no budget", "anna")))
                .isEqualTo(OF_A_LEAD);
        assertThat(after(FOUND, WON, new CloseReversed(Reversal.BOOKED_IN_ERROR, "a mistake", "mia", "max", ANNA)))
                .isEqualTo(OF_A_SALE);
        assertThat(after(FOUND, QUALIFIED, LOST, reopened(Stage.NEGOTIATING))).isEqualTo(OF_A_SALE);
        assertThat(after(FOUND, LOST, reopened(Stage.PROSPECTING))).isEqualTo(OF_A_LEAD);
    }

    @Test
    void what_is_told_late_moves_nothing_back() {
        assertThat(after(FOUND, WON, AGREED, QUALIFIED)).isEqualTo(OF_A_WIN);
    }

    private static Carriers after(DealEvent... story) {
        Carriers carriers = OF_A_LEAD;
        for (DealEvent event : story) {
            carriers = carriers.after(event);
        }
        return carriers;
    }

    private static DealReopened reopened(Stage stage) {
        return new DealReopened(2, stage, "they called", new Holder(Role.SALES_MANAGER, "mia"), ANNA);
    }
}
