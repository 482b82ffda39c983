package dev.baton.roles.responsibility;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.contract.responsibility.Acceptance.FORCED;
import static dev.baton.contract.responsibility.Acceptance.PERSON;
import static dev.baton.contract.responsibility.AccountabilityFact.EndCause.CLOSED_LOST;
import static dev.baton.contract.responsibility.AccountabilityFact.TransferCause.HOLDER_DEPARTED;
import static dev.baton.contract.responsibility.AccountabilityFact.TransferCause.LEAD_QUALIFIED;
import static dev.baton.contract.responsibility.AccountabilityFact.TransferCause.REASSIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Holder;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityEnded;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityOpened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityReopened;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentWoken;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.contract.responsibility.AssignmentFact.LegPassedOver;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferCancelled;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.CancelOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.End;
import dev.baton.roles.responsibility.ResponsibilityCommand.Escalate;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision.Next;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateWait;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.MakeOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Open;
import dev.baton.roles.responsibility.ResponsibilityCommand.PassOver;
import dev.baton.roles.responsibility.ResponsibilityCommand.Queue;
import dev.baton.roles.responsibility.ResponsibilityCommand.RecordDecision;
import dev.baton.roles.responsibility.ResponsibilityCommand.Reopen;
import dev.baton.roles.responsibility.ResponsibilityCommand.StandIn;
import dev.baton.roles.responsibility.ResponsibilityCommand.Transfer;
import dev.baton.roles.responsibility.ResponsibilityCommand.Wake;
import dev.baton.roles.responsibility.ResponsibilityRefused.Why;
import dev.baton.roles.responsibility.ResponsibilityState.NotOpened;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResponsibilityDecisionsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T16:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T16:00:00Z");
    private static final String DEAL = "deal-1";
    private static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    private static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");
    private static final Holder BEN = new Holder(ACCOUNT_EXECUTIVE, "ben");

    private static final ResponsibilityEvent OPENED = new ResponsibilityOpened(RITA);
    private static final ResponsibilityEvent MADE = new OfferMade("o1", ANNA, 1);
    private static final ResponsibilityEvent ACCEPTED = new OfferAccepted("o1", ANNA, PERSON);
    private static final ResponsibilityEvent TRANSFERRED =
            new ResponsibilityTransferred(RITA, ANNA, 1, LEAD_QUALIFIED, PERSON, "o1", null);
    private static final ResponsibilityEvent QUEUED = new AssignmentQueued(ACCOUNT_EXECUTIVE, null, "nobody");
    private static final ResponsibilityEvent ENDED = new ResponsibilityEnded(RITA, 0, CLOSED_LOST);

    @Test
    void the_first_holding_begins_at_epoch_0() {
        assertThat(decide(new NotOpened(), new Open(DEAL, RITA))).containsExactly(OPENED);
    }

    @Test
    void opening_again_is_no_second_holding() {
        assertThat(decide(after(OPENED), new Open(DEAL, BEN))).isEmpty();
    }

    @Test
    void nothing_but_opening_is_possible_before_somebody_is_accountable() {
        refused(new NotOpened(), new MakeOffer(DEAL, "o1", ANNA, 1, null), Why.NOT_OPEN);
    }

    @Test
    void an_offer_is_made_accepted_and_then_transferred() {
        assertThat(decide(after(OPENED), new MakeOffer(DEAL, "o1", ANNA, 1, null)))
                .containsExactly(MADE);
        assertThat(decide(after(OPENED, MADE), accept("anna"))).containsExactly(ACCEPTED);
        assertThat(decide(after(OPENED, MADE, ACCEPTED), transfer(1))).containsExactly(TRANSFERRED);
    }

    @Test
    void a_transfer_without_an_accepted_offer_is_refused() {
        refused(after(OPENED), transfer(1), Why.NOT_ACCEPTED);
        refused(after(OPENED, MADE), transfer(1), Why.NOT_ACCEPTED);
    }

    @Test
    void what_speaks_of_an_old_epoch_is_refused() {
        ResponsibilityState later = after(OPENED, MADE, ACCEPTED, TRANSFERRED);
        refused(later, transfer(1), Why.OLD_EPOCH);
        refused(later, new MakeOffer(DEAL, "o2", BEN, 1, null), Why.OLD_EPOCH);
        refused(later, new RecordDecision(DEAL, 0, decision()), Why.OLD_EPOCH);
        refused(later, new Queue(DEAL, 0, ACCOUNT_EXECUTIVE, null, "nobody"), Why.OLD_EPOCH);
        refused(later, new PassOver(DEAL, 0, ACCOUNT_EXECUTIVE, "late"), Why.OLD_EPOCH);
        refused(later, new ForceTransfer(DEAL, BEN, 1, "mia"), Why.OLD_EPOCH);
    }

    @Test
    void the_epoch_grows_by_one() {
        ResponsibilityState later = after(OPENED, MADE, ACCEPTED, TRANSFERRED);
        refused(later, new MakeOffer(DEAL, "o2", BEN, 3, null), Why.OLD_EPOCH);
        assertThat(decide(later, new MakeOffer(DEAL, "o2", BEN, 2, null))).hasSize(1);
    }

    @Test
    void only_one_offer_stands_at_a_time() {
        refused(after(OPENED, MADE), new MakeOffer(DEAL, "o2", BEN, 1, null), Why.OFFER_STANDS);
    }

    @Test
    void nobody_is_offered_what_they_hold() {
        refused(after(OPENED), new MakeOffer(DEAL, "o1", RITA, 1, null), Why.ALREADY_HOLDS);
    }

    @Test
    void accepting_twice_is_accepting_once() {
        assertThat(decide(after(OPENED, MADE, ACCEPTED), accept("anna"))).isEmpty();
    }

    @Test
    void only_the_person_who_was_asked_can_answer() {
        refused(after(OPENED, MADE), accept("ben"), Why.OFFER_OF_ANOTHER);
        refused(after(OPENED, MADE), new DeclineOffer(DEAL, "o1", "ben", null, null), Why.OFFER_OF_ANOTHER);
    }

    @Test
    void a_declined_offer_leaves_the_holder_accountable() {
        ResponsibilityEvent declined = new OfferDeclined("o1", ANNA, "on holiday");
        assertThat(decide(after(OPENED, MADE), new DeclineOffer(DEAL, "o1", "anna", "on holiday", null)))
                .containsExactly(declined);
        assertThat(after(OPENED, MADE, declined)).isEqualTo(after(OPENED));
    }

    @Test
    void a_late_answer_meets_no_offer() {
        ResponsibilityState cancelled = after(OPENED, MADE, new OfferCancelled("o1", "late"));
        refused(cancelled, accept("anna"), Why.OFFER_VOID);
        refused(after(OPENED, MADE, ACCEPTED, TRANSFERRED), accept("anna"), Why.OFFER_VOID);
    }

    @Test
    void cancelling_what_does_not_stand_is_no_fact() {
        assertThat(decide(after(OPENED), new CancelOffer(DEAL, "o1", "late"))).isEmpty();
    }

    @Test
    void a_manager_needs_no_acceptance_and_voids_the_standing_offer() {
        assertThat(decide(after(OPENED, MADE), new ForceTransfer(DEAL, BEN, null, "mia")))
                .containsExactly(
                        new OfferCancelled("o1", "a manager decided otherwise"),
                        new ResponsibilityTransferred(RITA, BEN, 1, REASSIGNED, FORCED, null, "mia"));
    }

    @Test
    void an_offer_expires_while_nobody_has_answered_and_once() {
        ExpireOffer expire = new ExpireOffer(DEAL, "o1", ExpiryCause.NOT_ACCEPTED_IN_TIME);
        ResponsibilityEvent expired = new OfferExpired("o1", ANNA, ExpiryCause.NOT_ACCEPTED_IN_TIME);
        assertThat(decide(after(OPENED, MADE), expire)).containsExactly(expired);
        assertThat(decide(after(OPENED, MADE, expired), expire)).isEmpty();
        assertThat(decide(after(OPENED, MADE, ACCEPTED), expire)).isEmpty();
        assertThat(decide(after(OPENED, ENDED), expire)).isEmpty();
        refused(after(OPENED, MADE, expired), accept("anna"), Why.OFFER_VOID);
    }

    @Test
    void a_leg_is_escalated_once_and_its_holder_stays_accountable() {
        Escalate escalate = new Escalate(DEAL, 0, ACCOUNT_EXECUTIVE, "mia", "3 have declined", null);
        ResponsibilityEvent escalated = new AssignmentEscalated(ACCOUNT_EXECUTIVE, "mia", "3 have declined");
        assertThat(decide(after(OPENED), escalate)).containsExactly(escalated);
        assertThat(decide(after(OPENED, escalated), escalate)).isEmpty();
        refused(after(OPENED, MADE), escalate, Why.OFFER_STANDS);
        assertThat(decide(after(OPENED, escalated), new ForceTransfer(DEAL, BEN, null, "mia")))
                .hasSize(1);
    }

    @Test
    void a_new_home_is_looked_for_once_per_holding_and_only_when_it_is_the_holders() {
        BeginRehoming begin = new BeginRehoming(DEAL, RITA, RehomingCause.DEPARTED);
        ResponsibilityEvent begun = new RehomingBegun(RITA, 0, RehomingCause.DEPARTED);
        assertThat(decide(after(OPENED), begin)).containsExactly(begun);
        assertThat(decide(after(OPENED, begun), begin)).isEmpty();
        assertThat(decide(after(OPENED), new BeginRehoming(DEAL, ANNA, RehomingCause.DEPARTED)))
                .isEmpty();
        assertThat(decide(after(OPENED, ENDED), begin)).isEmpty();
    }

    @Test
    void a_manager_stands_in_by_epoch_and_voids_the_standing_offer() {
        Holder mia = new Holder(SALES_MANAGER, "mia");
        assertThat(decide(after(OPENED, MADE), new StandIn(DEAL, mia, 1, HOLDER_DEPARTED)))
                .containsExactly(
                        new OfferCancelled("o1", "its holder cannot hand it over any more"),
                        new ResponsibilityTransferred(RITA, mia, 1, HOLDER_DEPARTED, FORCED, null, "mia"));
        refused(after(OPENED), new StandIn(DEAL, mia, 2, HOLDER_DEPARTED), Why.OLD_EPOCH);
        refused(after(OPENED), new StandIn(DEAL, RITA, 1, HOLDER_DEPARTED), Why.ALREADY_HOLDS);
    }

    @Test
    void nobody_is_forced_to_what_they_hold() {
        refused(after(OPENED), new ForceTransfer(DEAL, RITA, null, "mia"), Why.ALREADY_HOLDS);
    }

    @Test
    void a_leg_waits_once_and_is_woken_once() {
        ResponsibilityState queued = after(OPENED, QUEUED);
        assertThat(decide(queued, new Queue(DEAL, 0, ACCOUNT_EXECUTIVE, null, "nobody")))
                .isEmpty();
        Wake wake = new Wake(DEAL, ACCOUNT_EXECUTIVE, "a place");
        AssignmentWoken woken = new AssignmentWoken(ACCOUNT_EXECUTIVE, "a place");
        assertThat(decide(queued, wake)).containsExactly(woken);
        assertThat(decide(queued.evolve(woken), wake)).isEmpty();
    }

    @Test
    void a_leg_that_waits_for_too_long_is_escalated_once_and_waits_on() {
        Instant due = Instant.parse("2026-11-24T16:00:00Z");
        ResponsibilityState queued = after(OPENED, new AssignmentQueued(ACCOUNT_EXECUTIVE, null, "nobody", due));
        EscalateWait late = new EscalateWait(DEAL, ACCOUNT_EXECUTIVE, due, "mia", null);
        ResponsibilityEvent escalated =
                new AssignmentEscalated(ACCOUNT_EXECUTIVE, "mia", "has waited for too long", null, true);
        assertThat(decide(queued, late)).containsExactly(escalated);
        ResponsibilityState told = queued.evolve(escalated);
        assertThat(decide(told, late)).isEmpty();
        assertThat(decide(told, new Wake(DEAL, ACCOUNT_EXECUTIVE, "a place"))).hasSize(1);
        assertThat(decide(told, new Queue(DEAL, 0, ACCOUNT_EXECUTIVE, null, "nobody")))
                .isEmpty();
    }

    @Test
    void what_does_not_wait_or_may_still_wait_is_not_escalated() {
        Instant due = Instant.parse("2026-11-24T16:00:00Z");
        ResponsibilityState queued = after(OPENED, new AssignmentQueued(ACCOUNT_EXECUTIVE, null, "nobody", due));
        EscalateWait early = new EscalateWait(DEAL, ACCOUNT_EXECUTIVE, due.minusNanos(1), "mia", null);
        EscalateWait late = new EscalateWait(DEAL, ACCOUNT_EXECUTIVE, due, "mia", null);
        assertThat(decide(queued, early)).isEmpty();
        assertThat(decide(queued, new EscalateWait(DEAL, SALES_MANAGER, due, "mia", null)))
                .isEmpty();
        assertThat(decide(after(OPENED, QUEUED), late)).isEmpty();
        assertThat(decide(after(OPENED, MADE), late)).isEmpty();
        assertThat(decide(after(OPENED, ENDED), late)).isEmpty();
    }

    @Test
    void a_decision_that_is_not_made_in_time_goes_on_once_to_each_and_then_to_every_manager() {
        ResponsibilityState asked = after(OPENED, escalatedTo("mia", MONDAY, null));
        ResponsibilityEvent toMaria = new DecisionEscalated(ACCOUNT_EXECUTIVE, "mia", "maria", TUESDAY);
        assertThat(decide(asked, undecided("mia", MONDAY.minusNanos(1)))).isEmpty();
        assertThat(decide(asked, undecided("mia", MONDAY))).containsExactly(toMaria);

        ResponsibilityState maria = asked.evolve(toMaria);
        assertThat(decide(maria, undecided("mia", TUESDAY)))
                .as("the next step of somebody who has not heard of this one")
                .isEmpty();
        assertThat(decide(maria, undecided("maria", MONDAY))).isEmpty();
        ResponsibilityEvent toEverybody = new DecisionEscalated(ACCOUNT_EXECUTIVE, "maria", null, null);
        assertThat(decide(maria, undecided("maria", TUESDAY))).containsExactly(toEverybody);
        assertThat(decide(maria.evolve(toEverybody), undecided("maria", Instant.MAX)))
                .isEmpty();
    }

    @Test
    void a_decision_about_what_waits_on_goes_on_and_it_waits_on() {
        Instant waited = MONDAY.minusSeconds(3600);
        AssignmentQueued queued = new AssignmentQueued(ACCOUNT_EXECUTIVE, null, "nobody", waited);
        ResponsibilityEvent toMaria = new DecisionEscalated(ACCOUNT_EXECUTIVE, "mia", "maria", TUESDAY);
        ResponsibilityState told = after(OPENED, queued, escalatedTo("mia", MONDAY, true));
        assertThat(decide(told, undecided("mia", MONDAY))).containsExactly(toMaria);

        ResponsibilityState maria = told.evolve(toMaria);
        assertThat(decide(maria, new EscalateWait(DEAL, ACCOUNT_EXECUTIVE, TUESDAY, "mia", null)))
                .isEmpty();
        ResponsibilityEvent woken = new AssignmentWoken(ACCOUNT_EXECUTIVE, "a place");
        assertThat(decide(maria, new Wake(DEAL, ACCOUNT_EXECUTIVE, "a place"))).containsExactly(woken);
        ResponsibilityEvent decided = new AssignmentDecided(ACCOUNT_EXECUTIVE, "default", 1, List.of(), null, null);
        ResponsibilityState again = maria.evolve(woken).evolve(decided).evolve(queued);
        assertThat(decide(again, undecided("mia", TUESDAY))).isEmpty();
        assertThat(decide(again, undecided("maria", TUESDAY)))
                .containsExactly(new DecisionEscalated(ACCOUNT_EXECUTIVE, "maria", null, null));
    }

    @Test
    void what_nobody_has_to_decide_any_more_does_not_go_on() {
        ResponsibilityEvent asked = escalatedTo("mia", MONDAY, null);
        EscalateDecision late = undecided("mia", TUESDAY);
        assertThat(decide(after(OPENED), late)).isEmpty();
        assertThat(decide(after(OPENED, QUEUED), late)).isEmpty();
        assertThat(decide(after(OPENED, MADE), late)).isEmpty();
        assertThat(decide(after(OPENED, asked, new LegPassedOver(ACCOUNT_EXECUTIVE, "the deal moved on")), late))
                .isEmpty();
        assertThat(decide(after(OPENED, asked, ENDED), late)).isEmpty();
        assertThat(decide(after(OPENED, escalatedTo("mia", null, null)), late))
                .as("nobody has said when it should be")
                .isEmpty();
        assertThat(decide(
                        after(OPENED, asked),
                        new EscalateDecision(DEAL, CUSTOMER_SUPPORT_REPRESENTATIVE, TUESDAY, "mia", List.of())))
                .isEmpty();
    }

    private static ResponsibilityEvent escalatedTo(String manager, @Nullable Instant due, @Nullable Boolean waitsOn) {
        return new AssignmentEscalated(ACCOUNT_EXECUTIVE, manager, "3 have declined", due, waitsOn);
    }

    private static EscalateDecision undecided(String from, Instant now) {
        return new EscalateDecision(
                DEAL, ACCOUNT_EXECUTIVE, now, from, List.of(new Next("mia", TUESDAY), new Next("maria", TUESDAY)));
    }

    @Test
    void a_leg_that_is_woken_in_vain_has_waited_all_the_while() {
        Instant due = Instant.parse("2026-11-24T16:00:00Z");
        AssignmentQueued first = new AssignmentQueued(ACCOUNT_EXECUTIVE, null, "nobody", due);
        EscalateWait late = new EscalateWait(DEAL, ACCOUNT_EXECUTIVE, due, "mia", null);
        Queue again = new Queue(DEAL, 0, ACCOUNT_EXECUTIVE, null, "nobody", due.plusSeconds(3600));
        ResponsibilityEvent woken = new AssignmentWoken(ACCOUNT_EXECUTIVE, "a place");
        ResponsibilityEvent decided = new AssignmentDecided(ACCOUNT_EXECUTIVE, "default", 1, List.of(), null, null);
        assertThat(decide(after(OPENED, first, woken, decided), again)).containsExactly(first);

        ResponsibilityEvent escalated =
                new AssignmentEscalated(ACCOUNT_EXECUTIVE, "mia", "has waited for too long", null, true);
        assertThat(decide(after(OPENED, first, escalated, woken, decided, first), late))
                .isEmpty();
        assertThat(decide(after(OPENED, QUEUED, woken, decided), again))
                .containsExactly(new AssignmentQueued(ACCOUNT_EXECUTIVE, null, "nobody", due.plusSeconds(3600)));
    }

    @Test
    void a_leg_of_another_role_is_not_woken() {
        assertThat(decide(after(OPENED, QUEUED), new Wake(DEAL, SALES_MANAGER, "a place")))
                .isEmpty();
    }

    @Test
    void a_waiting_leg_can_be_passed_over_but_not_one_that_is_offered() {
        assertThat(decide(after(OPENED, QUEUED), new PassOver(DEAL, 0, ACCOUNT_EXECUTIVE, "moved on")))
                .containsExactly(new LegPassedOver(ACCOUNT_EXECUTIVE, "moved on"));
        refused(after(OPENED, MADE), new PassOver(DEAL, 0, ACCOUNT_EXECUTIVE, "moved on"), Why.OFFER_STANDS);
    }

    @Test
    void the_end_voids_the_standing_offer_and_the_holding() {
        assertThat(decide(after(OPENED, MADE), new End(DEAL, CLOSED_LOST)))
                .containsExactly(new OfferCancelled("o1", "the deal has ended"), ENDED);
    }

    @Test
    void ending_again_is_no_second_end() {
        assertThat(decide(after(OPENED, ENDED), new End(DEAL, CLOSED_LOST))).isEmpty();
    }

    @Test
    void after_the_end_nobody_becomes_accountable() {
        ResponsibilityState ended = after(OPENED, ENDED);
        refused(ended, accept("anna"), Why.ENDED);
        refused(ended, transfer(1), Why.ENDED);
        refused(ended, new ForceTransfer(DEAL, BEN, null, "mia"), Why.ENDED);
    }

    @Test
    void an_impossible_history_is_told_as_such() {
        assertThatThrownBy(() -> after(ENDED)).hasMessageContaining("cannot follow");
        assertThatThrownBy(() -> after(OPENED, ENDED, OPENED)).hasMessageContaining("cannot follow");
    }

    private static AcceptOffer accept(String by) {
        return new AcceptOffer(DEAL, "o1", PERSON, by);
    }

    @Test
    void a_new_home_is_looked_for_anew_when_people_have_come_or_gone() {
        ResponsibilityState looking =
                after(new ResponsibilityOpened(RITA), new RehomingBegun(RITA, 0, RehomingCause.DEPARTED, null));
        assertThat(ResponsibilityDecisions.decide(looking, new BeginRehoming(DEAL, RITA, RehomingCause.DEPARTED)))
                .isEmpty();
        assertThat(ResponsibilityDecisions.decide(
                        looking, new BeginRehoming(DEAL, RITA, RehomingCause.DEPARTED, false, true)))
                .hasSize(1);
    }

    @Test
    void a_deal_is_carried_again_under_the_next_epoch_whatever_whoever_reopens_it_knew() {
        ResponsibilityState ended = after(
                new ResponsibilityOpened(RITA),
                new ResponsibilityTransferred(RITA, ANNA, 1, REASSIGNED, FORCED, null, "mia"),
                new ResponsibilityEnded(ANNA, 1, CLOSED_LOST));
        assertThat(ResponsibilityDecisions.decide(ended, new Reopen(DEAL, RITA, 1)))
                .isEqualTo(List.of(new ResponsibilityReopened(RITA, 2)));
        refused(ended, new Reopen(DEAL, RITA, 3), Why.OLD_EPOCH);
    }

    private static Transfer transfer(int epoch) {
        return new Transfer(DEAL, "o1", epoch, LEAD_QUALIFIED);
    }

    private static AssignmentDecided decision() {
        return new AssignmentDecided(ACCOUNT_EXECUTIVE, "default", 1, List.of(), null, null);
    }

    private static List<ResponsibilityEvent> decide(ResponsibilityState state, ResponsibilityCommand command) {
        return List.copyOf(ResponsibilityDecisions.decide(state, command));
    }

    private static void refused(ResponsibilityState state, ResponsibilityCommand command, Why why) {
        assertThatThrownBy(() -> ResponsibilityDecisions.decide(state, command))
                .isInstanceOfSatisfying(
                        ResponsibilityRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private static ResponsibilityState after(ResponsibilityEvent... events) {
        ResponsibilityState state = new NotOpened();
        for (ResponsibilityEvent event : events) {
            state = state.evolve(event);
        }
        return state;
    }
}
