package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Reversal;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.contract.deal.SupportEvent.HandoverRejected;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentEscalated;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.PackageRefused;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.handoff.Heard.Effect;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.responsibility.ResponsibilityState.Offered;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenAbsent;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Support has refused the package of a won deal, and then the deal gets another holder.
class PackageSituationsTest extends Situation {
    private static final Holder SUE = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sue");
    private static final HandoverPrepared COMPLETE = new HandoverPrepared(new HandoverPackage("all of it", null, null));

    @Test
    void what_a_package_lacks_it_still_lacks_when_its_executive_has_left() {
        refused();
        leaves(ANNA);
        assertThat(holder()).isEqualTo(BEN);
        supportIsNotAsked();
        tell(COMPLETE);
        assertThat(offered().to()).isEqualTo(SAM);
        accept(SAM);
        assertThat(holder()).isEqualTo(SAM);
        assertThat(load(BEN)).isZero();
    }

    @Test
    void what_a_package_lacks_it_still_lacks_when_a_manager_gives_the_deal_to_another_executive() {
        refused();
        force(CLEO);
        assertThat(holder()).isEqualTo(CLEO);
        supportIsNotAsked();
        tell(new HandoverRequested(null));
        assertThat(offered().to()).isEqualTo(SAM);
    }

    @Test
    void what_a_package_lacks_it_still_lacks_when_its_executive_is_away_and_when_they_are_back() {
        ask(new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null), WhenAbsent.DELEGATE);
        won(SAM);
        decline(SAM, Ground.PACKAGE_INCOMPLETE);
        is(ANNA, Availability.ABSENT);
        sagas.act(new BeginRehoming(DEAL, ANNA, RehomingCause.ABSENT, true), DAY);
        deliver();
        assertThat(holder()).isEqualTo(BEN);
        supportIsNotAsked();
        is(ANNA, Availability.AVAILABLE);
        sagas.act(new BeginRehoming(DEAL, BEN, RehomingCause.RETURNED), DAY);
        deliver();
        assertThat(holder()).isEqualTo(ANNA);
        supportIsNotAsked();
        tell(COMPLETE);
        assertThat(offered().to()).isEqualTo(SAM);
    }

    @Test
    void the_manager_who_stands_in_completes_the_package_and_no_executive_is_waited_for() {
        refused();
        nobodyIs(BEN);
        nobodyIs(CLEO);
        leaves(ANNA);
        assertThat(holder()).isEqualTo(STEWARD);
        assertThat(department.events(AssignmentQueued.class))
                .extracting(AssignmentQueued::role)
                .containsExactly(ACCOUNT_EXECUTIVE);
        supportIsNotAsked();
        tell(COMPLETE);
        assertThat(offered().to()).isEqualTo(SAM);
        accept(SAM);
        assertThat(holder()).isEqualTo(SAM);
    }

    @Test
    void a_manager_who_takes_the_deal_over_and_leaves_takes_nothing_of_it_along() {
        department.join(SALES_MANAGER, "mia", 10);
        refused();
        nobodyIs(BEN);
        nobodyIs(CLEO);
        leaves(ANNA);
        assertThat(holder()).isEqualTo(STEWARD);
        leaves(STEWARD);
        assertThat(holder()).isEqualTo(new Holder(SALES_MANAGER, "mia"));
        supportIsNotAsked();
    }

    @Test
    void a_package_that_support_refuses_while_its_executive_is_replaced_is_lacking_for_whoever_comes() {
        supportIsAsked();
        askExecutivesToo();
        leaves(ANNA);
        assertThat(standing()).isEqualTo(BEN);
        tell(new HandoverRejected(List.of("plan"), "sam"));
        assertThat(department.events(PackageRefused.class))
                .extracting(PackageRefused::holder)
                .containsExactly(STEWARD);
        assertThat(standing()).isEqualTo(BEN);
        accept(BEN);
        assertThat(holder()).isEqualTo(BEN);
        supportIsNotAsked();
        tell(COMPLETE);
        assertThat(offered().to()).isEqualTo(SAM);
    }

    @Test
    void support_that_refuses_the_package_of_somebody_who_has_left_asks_the_manager_for_it() {
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sue", 5);
        supportIsAsked();
        nobodyIs(BEN);
        nobodyIs(CLEO);
        leaves(ANNA);
        Holder asked = standing();
        assertThat(asked.role()).isEqualTo(CUSTOMER_SUPPORT_REPRESENTATIVE);
        assertThat(holder()).isEqualTo(STEWARD);
        decline(asked, Ground.PACKAGE_INCOMPLETE);
        assertThat(department.events(PackageRefused.class))
                .containsExactly(new PackageRefused(STEWARD, "busy", A_DAY_LATER));
        assertThat(load(SAM) + load(SUE)).isZero();
        tell(COMPLETE);
        assertThat(standing()).isEqualTo(asked);
    }

    @Test
    void what_is_set_back_lacks_nothing_when_it_is_won_again() {
        refused();
        tell(reversed(Reversal.BOOKED_IN_ERROR));
        assertThat(holder()).isEqualTo(ANNA);
        force(BEN);
        tell(won());
        assertThat(offered().to()).isEqualTo(SAM);
        assertThat(department.events(OfferMade.class).stream().filter(PackageSituationsTest::toSupport))
                .hasSize(2);
    }

    @Test
    void what_a_manager_was_to_decide_before_the_package_was_refused_is_theirs_to_decide_when_it_is_complete() {
        ask(new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null, new Patience(480, 1, 3, null, null, null)), null);
        won(SAM);
        decline(SAM, null);
        assertThat(department.events(AssignmentEscalated.class)).hasSize(1);
        tell(new HandoverRejected(List.of("plan"), "sam"));
        assertThat(department.events(PackageRefused.class)).hasSize(1);
        tell(COMPLETE);
        assertThat(department.events(AssignmentEscalated.class)).hasSize(2);
    }

    @Test
    void a_log_in_which_what_a_package_lacks_was_forgotten_is_read_as_it_was_written() {
        refused();
        HandOff lacking = Objects.requireNonNull(sagas.read(DEAL));
        ResponsibilityTransferred forced = new ResponsibilityTransferred(
                ANNA, BEN, 2, TransferCause.REASSIGNED, Acceptance.FORCED, null, "steward");
        OfferMade again = new OfferMade("offer", SAM, 3, A_DAY_LATER);
        HandOff forgotten =
                HandOffHistory.after(lacking, DEAL, new Heard(forced, DAY, List.of(new Effect(again, DAY, null))));
        assertThat(Objects.requireNonNull(forgotten).search())
                .isEqualTo(new Search(new Offer("offer", SAM), false, Set.of(), Set.of(), null, null));
        HandOff kept = HandOffHistory.after(lacking, DEAL, new Heard(forced, DAY, List.of()));
        assertThat(Objects.requireNonNull(kept).search().lacking()).isEqualTo("busy");
    }

    private void refused() {
        supportIsAsked();
        decline(SAM, Ground.PACKAGE_INCOMPLETE);
        assertThat(department.events(PackageRefused.class)).hasSize(1);
    }

    private void supportIsAsked() {
        ask(new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null), null);
        won(SAM);
    }

    private void won(Holder asked) {
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        assertThat(holder()).isEqualTo(ANNA);
        tell(won());
        assertThat(offered().to()).isEqualTo(asked);
    }

    private void ask(Rule support, @Nullable WhenAbsent whenAbsent) {
        Rule executives = new Rule(Acceptance.POLICY, 1, WhenNobody.QUEUE, null, Patience.USUAL, null, whenAbsent);
        department.policy = new RoutingPolicy(
                "default", 1, Map.of(ACCOUNT_EXECUTIVE, executives, CUSTOMER_SUPPORT_REPRESENTATIVE, support));
    }

    private void askExecutivesToo() {
        Rule asked = new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null);
        department.policy = new RoutingPolicy(
                "default", 1, Map.of(ACCOUNT_EXECUTIVE, asked, CUSTOMER_SUPPORT_REPRESENTATIVE, asked));
    }

    private Holder standing() {
        return ((Offered) ((Held) department.of(DEAL)).handOver()).to();
    }

    private static boolean toSupport(OfferMade made) {
        return made.to().role() == CUSTOMER_SUPPORT_REPRESENTATIVE;
    }

    private void supportIsNotAsked() {
        assertThat(department.events(OfferMade.class).stream().filter(PackageSituationsTest::toSupport))
                .hasSize(1);
        assertThat(Objects.requireNonNull(sagas.read(DEAL)).search().lacking()).isNotNull();
    }
}
