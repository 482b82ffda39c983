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
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.member.EmploymentEvent.Availability;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.Ground;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.member.SlotKeepingCommand.ChangeAvailability;
import dev.baton.roles.member.SlotKeepingCommand.Depart;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.BeginRehoming;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ForceTransfer;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.routing.Patience;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// A situation of a hand-over, with every event delivered twice and the saga written down and read
/// back after each; whatever happens, the rules hold.
abstract class Situation {
    static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");
    static final Instant MONDAY = Instant.parse("2026-11-23T16:00:00Z");
    static final String DEAL = "deal-1";
    /// One working day.
    static final Instant A_DAY_LATER = Instant.parse("2026-11-24T16:00:00Z");

    static final Instant AN_HOUR_LATER = Instant.parse("2026-11-23T17:00:00Z");

    static final Holder STEWARD = new Holder(SALES_MANAGER, "steward");
    static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");
    static final Holder BEN = new Holder(ACCOUNT_EXECUTIVE, "ben");
    static final Holder CLEO = new Holder(ACCOUNT_EXECUTIVE, "cleo");
    static final Holder SAM = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");

    final Department department = new Department();
    final Sagas sagas = new Sagas(department, new Relay(department, department, InstantSource.fixed(MONDAY)));
    boolean byPolicy;

    @BeforeEach
    void the_team_joins() {
        department.join(SALES_MANAGER, "steward", 100);
        department.join(SALES_REPRESENTATIVE, "rita", 5);
        for (Holder executive : Set.of(ANNA, BEN, CLEO)) {
            department.join(ACCOUNT_EXECUTIVE, executive.member(), 5);
        }
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 5);
    }

    @AfterEach
    void the_rules_hold_and_the_log_says_what_the_saga_remembers() {
        deliver();
        sagas.recogniseAll(DAY);
        Invariants.hold("", department.told);
        assertThat(department.log.proof().findings()).isEmpty();
        HandOff remembered = sagas.read(DEAL);
        if (remembered != null) {
            assertThat(department.log.rebuilt().of(DEAL, sagas.heard(DEAL)).plain())
                    .isEqualTo(remembered.plain());
        }
    }

    void byPolicy() {
        byPolicy = true;
        department.policy = new RoutingPolicy("default", 1, Map.of());
    }

    void asking(Patience patience) {
        department.policy = new RoutingPolicy(
                "default",
                1,
                Map.of(ACCOUNT_EXECUTIVE, new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null, patience)));
    }

    void qualified() {
        asking(Patience.USUAL);
        tell(lead(RITA));
        tell(new LeadQualified(null, null, null));
        assertThat(offered().to()).isEqualTo(ANNA);
    }

    void heldBy(Holder executive) {
        if (byPolicy) {
            tell(lead(RITA));
            tell(new LeadQualified(null, null, null));
        } else {
            qualified();
            accept(executive);
        }
        assertThat(holder()).isEqualTo(executive);
    }

    static DealReopened reopened(Stage stage, Holder earlier) {
        return new DealReopened(2, stage, "the client is back", new Holder(SALES_MANAGER, "mia"), earlier);
    }

    static CloseReversed reversed(Reversal kind) {
        return new CloseReversed(kind, "a mistake", "mia", "max", ANNA);
    }

    void leaves(Holder person) {
        department.send(new Depart(person.role(), person.member(), null), DAY);
        sagas.act(new BeginRehoming(DEAL, person, RehomingCause.DEPARTED), DAY);
        sagas.act(new BeginRehoming(DEAL, person, RehomingCause.DEPARTED), DAY);
        deliver();
    }

    void nobodyIs(Holder person) {
        department.join(person.role(), person.member(), 0);
    }

    void is(Holder person, Availability availability) {
        department.send(new ChangeAvailability(person.role(), person.member(), availability, null, null), DAY);
    }

    void tell(Object event) {
        sagas.tell(DEAL, event, DAY);
        deliver();
    }

    void deliver() {
        for (int i = 0; i < 10; i++) {
            sagas.deliverTwice(DEAL);
        }
    }

    void accept(Holder by) {
        sagas.act(
                new AcceptOffer(DEAL, offered().offer(), Acceptance.PERSON, by.member()), DAY.plus(Duration.ofDays(1)));
        deliver();
    }

    void decline(Holder by, @Nullable Ground ground) {
        sagas.act(new DeclineOffer(DEAL, offered().offer(), by.member(), "busy", ground), DAY);
        deliver();
    }

    void expire(ExpiryCause cause) {
        sagas.act(new ExpireOffer(DEAL, offered().offer(), cause), DAY);
        deliver();
    }

    void force(Holder to) {
        sagas.act(new ForceTransfer(DEAL, to, null, "steward"), DAY);
        deliver();
    }

    OfferMade offered() {
        return department.events(OfferMade.class).getLast();
    }

    ResponsibilityTransferred lastMove() {
        return department.events(ResponsibilityTransferred.class).getLast();
    }

    Holder holder() {
        return ((Held) department.of(DEAL)).holder();
    }

    int load(Holder person) {
        return department.load(person.role(), person.member());
    }

    static LeadFound lead(Holder finder) {
        return new LeadFound("milestones", "a lead", null, null, null, null, null, null, null, 1, finder);
    }

    static Closed won() {
        return new Closed(Outcome.WON, null, null, null);
    }
}
