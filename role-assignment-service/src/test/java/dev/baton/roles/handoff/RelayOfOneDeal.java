package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferDeclined;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.DeclineOffer;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/// A department of one person in most roles, in memory, and the relay of a deal in it.
abstract class RelayOfOneDeal {
    static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");
    static final Instant LATER = DAY.plus(Duration.ofDays(9));
    static final String DEAL = "deal-1";
    static final Holder STEWARD = new Holder(SALES_MANAGER, "steward");
    static final Holder RITA = new Holder(SALES_REPRESENTATIVE, "rita");
    static final Holder ANNA = new Holder(ACCOUNT_EXECUTIVE, "anna");
    static final Holder BEN = new Holder(ACCOUNT_EXECUTIVE, "ben");
    static final Holder SAM = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");

    final Department department = new Department();
    final Relay relay = new Relay(department, department, InstantSource.fixed(LATER));

    @BeforeEach
    void the_team_joins() {
        department.join(SALES_MANAGER, "steward", 100);
        department.join(SALES_REPRESENTATIVE, "rita", 5);
        department.join(ACCOUNT_EXECUTIVE, "anna", 5);
        department.join(ACCOUNT_EXECUTIVE, "ben", 5);
        department.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 5);
        department.told.clear();
    }

    HandOff begin(LeadFound lead) {
        return relay.begin(DEAL, lead, DAY);
    }

    void ask(Role role) {
        department.policy =
                new RoutingPolicy("default", 1, Map.of(role, new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null)));
    }

    void nobodyIn(Role role, String member) {
        department.join(role, member, 0);
    }

    void accept(HandOff handOff, Holder by, Instant at) {
        String offer = department.events(OfferMade.class).getLast().offer();
        department.send(new AcceptOffer(DEAL, offer, Acceptance.PERSON, by.member()), at);
        relay.answers().on(handOff, new OfferAccepted(offer, by, Acceptance.PERSON), at);
    }

    HandOff decline(HandOff handOff, Holder by) {
        String offer = department.events(OfferMade.class).getLast().offer();
        department.send(new DeclineOffer(DEAL, offer, by.member(), null, null), LATER);
        return relay.answers().on(handOff, new OfferDeclined(offer, by, null), LATER);
    }

    Holder holder() {
        return ((Held) department.of(DEAL)).holder();
    }

    AssignmentDecided lastDecision() {
        return department.events(AssignmentDecided.class).getLast();
    }

    void loads(int steward, int rita, int anna, int sam) {
        assertThat(department.load(SALES_MANAGER, "steward")).isEqualTo(steward);
        assertThat(department.load(SALES_REPRESENTATIVE, "rita")).isEqualTo(rita);
        assertThat(department.load(ACCOUNT_EXECUTIVE, "anna")).isEqualTo(anna);
        assertThat(department.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam")).isEqualTo(sam);
    }

    static LeadFound lead(@Nullable RequestedHolder wish, Holder finder) {
        return new LeadFound("milestones", "a lead", null, null, "East", null, null, null, wish, 1, finder);
    }
}
