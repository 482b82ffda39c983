package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.ProspectingEvent.LeadRecycled;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Quiet;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import dev.baton.roles.routing.RoutingRequest;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Who is there to take a deal, and who is not: people who rest, are full, are several people or nobody any more.
class WhoIsThereTest extends SmallTeam {
    // --- who rests waits for nobody
    // -----------------------------------------------------------------------------------

    @Test
    void a_deal_that_rests_does_not_stand_in_the_queue_when_its_holder_has_left() {
        heldByAnna();
        department.join(ACCOUNT_EXECUTIVE, "ben", 0);
        tell(new DealPutOnHold(Stage.NEGOTIATING, LocalDate.of(2026, 12, 24), "budget freeze"));
        leaves(ANNA);
        assertThat(holder()).isEqualTo(STEWARD);
        assertThat(((Held) department.of(DEAL)).handOver()).isEqualTo(new Quiet());
        department.join(ACCOUNT_EXECUTIVE, "ben", 5);
        tell(new DealResumed(Stage.NEGOTIATING, ResumeCause.REVIEW_DUE, null));
        assertThat(holder()).isEqualTo(BEN);
    }

    // --- nobody is there to stand in
    // ----------------------------------------------------------------------------------

    @Test
    void what_the_only_manager_held_who_left_goes_to_whoever_comes() {
        heldByAnna();
        sagas.act(new ForceTransfer(DEAL, STEWARD, null, "steward"), DAY);
        leaves(STEWARD);
        assertThat(holder()).isEqualTo(STEWARD);
        department.join(SALES_MANAGER, "mia", 10);
        beginAgain(STEWARD);
        assertThat(holder()).isEqualTo(MIA);
        assertThat(load(STEWARD)).isZero();
    }

    @Test
    void what_waits_with_somebody_who_left_goes_to_the_manager_who_comes_and_waits_on() {
        heldByAnna();
        department.join(ACCOUNT_EXECUTIVE, "ben", 0);
        department.send(new Depart(SALES_MANAGER, "steward", null), DAY);
        leaves(ANNA);
        assertThat(holder()).isEqualTo(ANNA);
        department.join(SALES_MANAGER, "mia", 10);
        beginAgain(ANNA);
        assertThat(holder()).isEqualTo(MIA);
        assertThat(((Held) department.of(DEAL)).handOver()).isNotEqualTo(new Quiet());
    }

    /// Else the queue would wake it for somebody whom the relay does not ask, for ever.
    @Test
    void a_no_is_forgotten_by_everybody_when_a_manager_stands_in() {
        heldByAnna();
        ask(ACCOUNT_EXECUTIVE);
        department.send(new Depart(SALES_MANAGER, "steward", null), DAY);
        leaves(ANNA);
        department.join(SALES_MANAGER, "mia", 10);
        OfferMade offer = department.events(OfferMade.class).getLast();
        assertThat(offer.to()).isEqualTo(BEN);
        sagas.act(new DeclineOffer(DEAL, offer.offer(), "ben", "busy", null), DAY);
        sagas.deliverAll();
        assertThat(holder()).isEqualTo(MIA);
        assertThat(Objects.requireNonNull(sagas.read(DEAL)).search().decliners())
                .isEmpty();
    }

    @Test
    void the_manager_whom_a_policy_names_and_who_is_not_there_is_given_nothing() {
        department.join(SALES_MANAGER, "mia", 10);
        department.policy = new RoutingPolicy(
                "default", 1, Map.of(ACCOUNT_EXECUTIVE, new Rule(Acceptance.POLICY, 1, WhenNobody.STEWARD, "mia")));
        department.join(ACCOUNT_EXECUTIVE, "anna", 0);
        department.join(ACCOUNT_EXECUTIVE, "ben", 0);
        department.send(new Depart(SALES_MANAGER, "mia", null), DAY);
        tell(lead());
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(STEWARD);
        assertThat(load(MIA)).isZero();
    }

    @Test
    void a_decision_is_asked_of_a_manager_who_is_there() {
        department.join(SALES_MANAGER, "mia", 10);
        department.policy = new RoutingPolicy(
                "default",
                1,
                Map.of(
                        ACCOUNT_EXECUTIVE,
                        new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, "mia", new Patience(480, 1, 3))));
        department.send(new ChangeAvailability(SALES_MANAGER, "mia", Availability.ABSENT, null, null), DAY);
        tell(lead());
        tell(new LeadQualified(null, null, null));
        OfferMade offer = department.events(OfferMade.class).getLast();
        sagas.act(new DeclineOffer(DEAL, offer.offer(), offer.to().member(), "busy", null), DAY);
        sagas.deliverAll();
        assertThat(department.events(AssignmentEscalated.class))
                .extracting(AssignmentEscalated::manager)
                .containsExactly("steward");
    }

    // --- who has room
    // -------------------------------------------------------------------------------------------------

    /// Whoever is full has room for what takes none.
    @Test
    void a_lead_that_rests_goes_to_a_colleague_who_is_full() {
        department.join(SALES_REPRESENTATIVE, "ron", 0);
        tell(lead());
        tell(new LeadRecycled(LocalDate.of(2027, 3, 1), "next year"));
        leaves(RITA);
        assertThat(holder()).isEqualTo(new Holder(SALES_REPRESENTATIVE, "ron"));
        assertThat(load(holder())).isZero();
        AssignmentDecided decided = department.events(AssignmentDecided.class).getLast();
        assertThat(RoutingRequest.of(decided).orElseThrow().weight()).isZero();
    }

    // --- one person in several roles
    // ----------------------------------------------------------------------------------

    /// Nobody asks whether people take from themselves; each role has a place of its own, one at a
    /// time.
    @Test
    void a_person_takes_over_from_themself_in_every_role() {
        department.policy = new RoutingPolicy(
                "default",
                1,
                Map.of(
                        ACCOUNT_EXECUTIVE,
                        new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null),
                        CUSTOMER_SUPPORT_REPRESENTATIVE,
                        new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null)));
        Holder executive = inEveryRole(ACCOUNT_EXECUTIVE, "anna", "ben");
        Holder support = inEveryRole(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");
        tell(lead());
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(executive);
        assertThat(load(RITA)).isZero();
        assertThat(load(executive)).isOne();
        tell(new Closed(Outcome.WON, null, null, null));
        assertThat(holder()).isEqualTo(support);
        assertThat(load(executive)).isZero();
        assertThat(load(support)).isOne();
        assertThat(department.events(ResponsibilityTransferred.class))
                .extracting(ResponsibilityTransferred::acceptance)
                .containsOnly(Acceptance.POLICY);
    }

    @Test
    void who_is_full_in_one_role_takes_nothing_from_themself_in_another() {
        Holder executive = inEveryRole(ACCOUNT_EXECUTIVE, "anna", "ben");
        department.join(ACCOUNT_EXECUTIVE, executive.member(), 0);
        tell(lead());
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(RITA);
        assertThat(load(executive)).isZero();
    }

    @Test
    void who_left_one_role_may_take_it_in_another() {
        heldByAnna();
        department.join(ACCOUNT_EXECUTIVE, "ben", 0);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 0);
        department.send(new Depart(SALES_MANAGER, "steward", null), DAY);
        tell(new Closed(Outcome.WON, null, null, null));
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "anna", 5);
        leaves(ANNA);
        assertThat(holder()).isEqualTo(new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "anna"));
    }

    /// Who leaves one of their roles is there in the others.
    @Test
    void the_only_manager_stands_in_for_themself_in_the_role_that_they_left() {
        department.send(new Depart(SALES_MANAGER, "steward", null), DAY);
        department.join(SALES_MANAGER, "rita", 10);
        tell(lead());
        leaves(RITA);
        assertThat(holder()).isEqualTo(new Holder(SALES_MANAGER, "rita"));
        assertThat(load(RITA)).isZero();
    }

    /// Nothing is gained when somebody who is away holds it in another role.
    @Test
    void nobody_who_is_away_stands_in_for_themself() {
        department.send(new Depart(SALES_MANAGER, "steward", null), DAY);
        department.join(SALES_MANAGER, "rita", 10);
        tell(lead());
        for (Role role : new Role[] {SALES_MANAGER, SALES_REPRESENTATIVE}) {
            department.send(new ChangeAvailability(role, "rita", Availability.ABSENT, null, null), DAY);
        }
        sagas.act(new BeginRehoming(DEAL, RITA, RehomingCause.ABSENT), DAY);
        sagas.deliverAll();
        assertThat(holder()).isEqualTo(RITA);
    }

    /// Rita, who is the only one in that role.
    private Holder inEveryRole(Role role, String... others) {
        department.join(role, "rita", 5);
        for (String other : others) {
            department.join(role, other, 0);
        }
        return new Holder(role, "rita");
    }

    private void beginAgain(Holder person) {
        sagas.act(new BeginRehoming(DEAL, person, RehomingCause.DEPARTED, false, true), DAY);
        sagas.deliverAll();
    }
}
