package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.CloseReversed;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.DealReopened;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.ProspectingEvent.LeadReturned;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What the relay hears too late: a manager is faster than the news.
class RacesTest extends SmallTeam {
    @Test
    void a_win_that_was_none_is_none_although_a_manager_was_faster() {
        won();
        happens(reversed());
        sagas.act(new ForceTransfer(DEAL, BEN, null, "steward"), DAY);
        sagas.deliverAll();
        assertThat(holder()).isEqualTo(BEN);
        assertThat(load(SAM)).isZero();
        tell(new Closed(Outcome.WON, null, null, null));
        assertThat(holder()).isEqualTo(SAM);
    }

    /// The step in which it comes back to its representative is the one in which an executive takes it.
    @Test
    void a_win_that_was_none_before_anybody_took_it_goes_on_from_whoever_closed_it() {
        tell(lead());
        department.takenByOthers.put(ANNA, 1);
        department.takenByOthers.put(BEN, 1);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 0);
        tell(new Closed(Outcome.WON, null, null, null));
        assertThat(holder()).isEqualTo(RITA);
        tell(new CloseReversed(Reversal.BOOKED_IN_ERROR, "a mistake", "mia", "max", RITA));
        assertThat(holder().role()).isEqualTo(ACCOUNT_EXECUTIVE);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 5);
        tell(new Closed(Outcome.WON, null, null, null));
        assertThat(holder()).isEqualTo(SAM);
    }

    /// Nobody knows any more whether whoever closed it was there when the news came.
    @Test
    void a_win_that_was_none_goes_on_from_its_new_holder_although_whoever_closed_it_has_left() {
        tell(lead());
        department.takenByOthers.put(ANNA, 1);
        department.takenByOthers.put(BEN, 1);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 0);
        tell(new Closed(Outcome.WON, null, null, null));
        assertThat(holder()).isEqualTo(RITA);
        department.join(SALES_REPRESENTATIVE, "ron", 5);
        department.join(SALES_MANAGER, "mia", 10);
        department.send(new Depart(SALES_REPRESENTATIVE, "rita", null), DAY);
        happens(new CloseReversed(Reversal.BOOKED_IN_ERROR, "a mistake", "mia", "max", RITA));
        sagas.act(new ForceTransfer(DEAL, new Holder(SALES_REPRESENTATIVE, "ron"), null, "mia"), DAY);
        sagas.deliverAll();
        assertThat(holder().role()).isEqualTo(ACCOUNT_EXECUTIVE);
    }

    /// Whether or not it waits for somebody, and whoever is there: a what-if cannot know.
    @Test
    void a_win_that_was_none_asks_what_is_usual_again_although_a_manager_was_faster() {
        tell(lead());
        department.takenByOthers.put(ANNA, 1);
        department.takenByOthers.put(BEN, 1);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 0);
        tell(new Closed(Outcome.WON, null, null, null));
        tell(new LeadRecycled(LocalDate.of(2027, 3, 1), "next year"));
        assertThat(load(RITA)).isZero();
        happens(new CloseReversed(Reversal.BOOKED_IN_ERROR, "a mistake", "mia", "max", RITA));
        sagas.act(new ForceTransfer(DEAL, BEN, null, "steward"), DAY);
        sagas.deliver(DEAL);
        assertThat(load(RITA)).isOne();
        sagas.deliverAll();
        assertThat(load(RITA)).isZero();
        assertThat(load(BEN)).isOne();
    }

    @Test
    void a_win_that_was_none_is_none_once_however_often_it_is_heard() {
        tell(lead());
        tell(new Closed(Outcome.WON, null, null, null));
        sagas.act(new ForceTransfer(DEAL, RITA, null, "steward"), DAY);
        sagas.deliverAll();
        happens(new CloseReversed(Reversal.BOOKED_IN_ERROR, "a mistake", "mia", "max", RITA));
        sagas.deliverTwice(DEAL);
        assertThat(holder().role()).isEqualTo(ACCOUNT_EXECUTIVE);
        assertThat(department.events(ResponsibilityTransferred.class).getLast().from())
                .isEqualTo(RITA);
        assertThat(department.events(ResponsibilityTransferred.class))
                .extracting(ResponsibilityTransferred::cause)
                .doesNotContain(TransferCause.CLOSE_REVERSED);
    }

    @Test
    void a_deal_that_was_lost_and_reopened_has_a_holder_although_a_manager_was_faster() {
        heldByAnna();
        happens(new Closed(Outcome.LOST, null, "price", null));
        happens(new DealReopened(2, Stage.NEGOTIATING, "the client is back", STEWARD, ANNA));
        sagas.act(new ForceTransfer(DEAL, BEN, null, "steward"), DAY);
        sagas.deliverAll();
        assertThat(holder()).isEqualTo(ANNA);
        assertThat(load(ANNA)).isOne();
        assertThat(load(BEN)).isZero();
        tell(new Closed(Outcome.WON, null, null, null));
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void a_lead_that_is_returned_is_qualified_anew_although_a_manager_was_faster() {
        heldByAnna();
        happens(new LeadReturned("no budget", "anna"));
        sagas.act(new ForceTransfer(DEAL, RITA, null, "steward"), DAY);
        sagas.deliverAll();
        assertThat(holder()).isEqualTo(RITA);
        tell(new LeadQualified(null, null, null));
        assertThat(holder().role()).isEqualTo(ACCOUNT_EXECUTIVE);
    }

    @Test
    void a_lead_that_rests_and_is_none_still_rests_although_a_manager_was_faster() {
        tell(lead());
        ask(ACCOUNT_EXECUTIVE);
        tell(new LeadQualified(null, null, null));
        tell(new LeadRecycled(LocalDate.of(2027, 3, 1), "next year"));
        happens(new LeadReturned("no budget", "anna"));
        department.join(SALES_REPRESENTATIVE, "ron", 5);
        sagas.act(new ForceTransfer(DEAL, new Holder(SALES_REPRESENTATIVE, "ron"), null, "steward"), DAY);
        sagas.deliverAll();
        assertThat(holder()).isEqualTo(new Holder(SALES_REPRESENTATIVE, "ron"));
        assertThat(load(holder())).isZero();
    }

    /// The executive's leg is behind, since an executive had it when it was won.
    @Test
    void a_lead_that_is_returned_and_won_goes_to_support_although_a_manager_was_faster() {
        heldByAnna();
        happens(new LeadReturned("no budget", "anna"));
        happens(new Closed(Outcome.WON, null, null, null));
        sagas.act(new ForceTransfer(DEAL, RITA, null, "steward"), DAY);
        sagas.deliverAll();
        assertThat(holder()).isEqualTo(SAM);
        assertThat(department.events(ResponsibilityTransferred.class))
                .extracting(ResponsibilityTransferred::to)
                .containsExactly(ANNA, RITA, SAM);
    }

    @Test
    void a_lead_that_is_said_to_be_none_is_qualified_anew_although_a_manager_was_faster() {
        tell(lead());
        ask(ACCOUNT_EXECUTIVE);
        tell(new LeadQualified(null, null, null));
        OfferMade offer = department.events(OfferMade.class).getLast();
        sagas.act(new DeclineOffer(DEAL, offer.offer(), offer.to().member(), "no need", Ground.NOT_QUALIFIED), DAY);
        sagas.act(new ForceTransfer(DEAL, STEWARD, null, "steward"), DAY);
        sagas.deliverAll();
        assertThat(holder()).isEqualTo(STEWARD);
        assertThat(load(ANNA) + load(BEN)).isZero();
        tell(new LeadQualified(null, null, null));
        assertThat(department.events(OfferMade.class)).hasSize(2);
    }

    @Test
    void of_two_managers_at_once_the_later_one_wins_and_one_place_is_taken() {
        heldByAnna();
        department.join(SALES_MANAGER, "mia", 10);
        sagas.act(new ForceTransfer(DEAL, BEN, null, "steward"), DAY);
        sagas.act(new ForceTransfer(DEAL, MIA, null, "mia"), DAY);
        sagas.deliverAll();
        assertThat(holder()).isEqualTo(MIA);
        assertThat(load(ANNA) + load(BEN)).isZero();
        assertThat(load(MIA)).isOne();
    }

    private void won() {
        heldByAnna();
        tell(new Closed(Outcome.WON, null, null, null));
        assertThat(holder()).isEqualTo(SAM);
    }

    private static CloseReversed reversed() {
        return new CloseReversed(Reversal.BOOKED_IN_ERROR, "a mistake", "mia", "max", ANNA);
    }
}
