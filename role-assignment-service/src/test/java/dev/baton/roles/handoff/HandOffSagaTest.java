package dev.baton.roles.handoff;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.contract.responsibility.AssignmentFact.RehomingBegun;
import dev.baton.contract.responsibility.AssignmentFact.RehomingCause;
import dev.baton.contract.responsibility.OfferFact.ExpiryCause;
import dev.baton.contract.responsibility.OfferFact.OfferAccepted;
import dev.baton.contract.responsibility.OfferFact.OfferExpired;
import dev.baton.contract.responsibility.OfferFact.OfferMade;
import dev.baton.roles.responsibility.ResponsibilityCommand.AcceptOffer;
import dev.baton.roles.responsibility.ResponsibilityCommand.ExpireOffer;
import dev.baton.roles.responsibility.ResponsibilityState.Ended;
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// Which events reach which saga; what it does then is in `RelayTest`.
class HandOffSagaTest {
    private final Department department = new Department();
    private final SagaTestFixture<HandOffSaga> fixture = new SagaTestFixture<>(HandOffSaga.class);

    @BeforeEach
    void the_team_joins() {
        department.join(SALES_MANAGER, "steward", 100);
        department.join(SALES_REPRESENTATIVE, "rita", 5);
        department.join(ACCOUNT_EXECUTIVE, "anna", 5);
        fixture.registerResource(new Relay(department, department, InstantSource.system()));
        PastHandOffs nothing = deal -> null;
        fixture.registerResource(nothing);
    }

    @Test
    void a_found_lead_begins_a_saga_of_its_deal() {
        fixture.givenNoPriorActivity()
                .whenPublishingA(of("one", lead()))
                .expectActiveSagas(1)
                .expectAssociationWith("subject", "one");
        assertThat(holder("one")).isEqualTo(new Holder(SALES_REPRESENTATIVE, "rita"));
    }

    @Test
    void the_same_lead_again_begins_no_second_saga() {
        fixture.givenAPublished(of("one", lead()))
                .whenPublishingA(of("one", lead()))
                .expectActiveSagas(1);
        assertThat(department.names()).containsOnlyOnce("ResponsibilityOpened");
    }

    @Test
    void events_of_another_deal_do_not_reach_it() {
        fixture.givenAPublished(of("one", lead()))
                .andThenAPublished(of("two", lead()))
                .whenPublishingA(of("two", new LeadQualified(null, null, null)))
                .expectActiveSagas(2);
        assertThat(holder("one").role()).isEqualTo(SALES_REPRESENTATIVE);
        assertThat(holder("two").role()).isEqualTo(ACCOUNT_EXECUTIVE);
    }

    @Test
    void a_lost_deal_is_nobodys_and_its_saga_rests() {
        fixture.givenAPublished(of("one", lead()))
                .whenPublishingA(of("one", new Closed(Outcome.LOST, null, "price", null)))
                .expectActiveSagas(1);
        assertThat(department.of("one")).isInstanceOf(Ended.class);
    }

    @Test
    void the_end_of_the_service_ends_its_saga() {
        fixture.givenAPublished(of("one", lead()))
                .andThenAPublished(of("one", new LeadQualified(null, null, null)))
                .andThenAPublished(of("one", new Closed(Outcome.WON, null, null, null)))
                .whenPublishingA(of("one", new ServiceEnded(ServiceOutcome.EXPIRED, "ran out")))
                .expectActiveSagas(0);
        assertThat(department.names()).endsWith("ResponsibilityEnded", "SlotReleased");
    }

    @Test
    void an_expired_offer_reaches_its_saga_and_the_next_candidate_is_asked() {
        department.join(ACCOUNT_EXECUTIVE, "ben", 5);
        askTheExecutives();
        var qualified = fixture.givenAPublished(of("one", lead()))
                .andThenAPublished(of("one", new LeadQualified(null, null, null)));
        OfferMade made = department.events(OfferMade.class).getLast();
        department.send(new ExpireOffer("one", made.offer(), ExpiryCause.NOT_ACCEPTED_IN_TIME), Instant.EPOCH);
        qualified
                .whenPublishingA(of("one", new OfferExpired(made.offer(), made.to(), ExpiryCause.NOT_ACCEPTED_IN_TIME)))
                .expectActiveSagas(1);
        assertThat(department.events(OfferMade.class).getLast().to()).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "ben"));
    }

    @Test
    void a_holder_who_cannot_carry_on_is_heard_of() {
        department.join(SALES_REPRESENTATIVE, "ron", 5);
        Holder rita = new Holder(SALES_REPRESENTATIVE, "rita");
        fixture.givenAPublished(of("one", lead()))
                .whenPublishingA(of("one", new RehomingBegun(rita, 1, RehomingCause.DEPARTED)))
                .expectActiveSagas(1);
        assertThat(holder("one")).isEqualTo(new Holder(SALES_REPRESENTATIVE, "ron"));
    }

    @Test
    void an_acceptance_is_heard_of_when_somebody_gave_it_and_not_when_a_setting_did() {
        askTheExecutives();
        var qualified = fixture.givenAPublished(of("one", lead()))
                .andThenAPublished(of("one", new LeadQualified(null, null, null)));
        OfferMade made = department.events(OfferMade.class).getLast();
        department.send(new AcceptOffer("one", made.offer(), Acceptance.PERSON, "anna"), Instant.EPOCH);
        OfferAccepted accepted = new OfferAccepted(made.offer(), made.to(), Acceptance.PERSON);
        var told = qualified.andThenAPublished(of("one", accepted));
        assertThat(holder("one").role()).isEqualTo(SALES_REPRESENTATIVE);
        told.whenPublishingA(of("one", accepted).andMetaData(Map.of("actor", "anna")))
                .expectActiveSagas(1);
        assertThat(holder("one")).isEqualTo(made.to());
    }

    @Test
    void a_saga_that_was_written_before_offers_could_expire_is_read() {
        HandOff now =
                HandOff.begin("one", lead(), new Holding(new Holder(SALES_MANAGER, "steward"), 0, Instant.EPOCH, true));
        ObjectNode before = Sagas.STORE.valueToTree(now);
        before.remove(List.of("rehoming", "over", "onHold"));
        ((ObjectNode) before.get("search")).remove(List.of("missed", "manager", "lacking"));
        ((ObjectNode) before.get("holding")).remove("credit");
        ((ObjectNode) before.get("lead")).remove(List.of("language", "customer"));
        HandOff read = Sagas.STORE.treeToValue(before, HandOff.class);
        assertThat(read.turn().next()).isEqualTo(Turn.Step.ASSIGN);
        assertThat(read.search().missing()).isEmpty();
    }

    /// However it is cut in the code: sagas that were written stay readable, and an instance that is still of the
    /// version before reads what a new one writes.
    @Test
    void a_saga_is_written_flat_whatever_its_parts_are() {
        Holder steward = new Holder(SALES_MANAGER, "steward");
        HandOff now = HandOff.begin("one", lead(), new Holding(steward, 0, Instant.EPOCH, true))
                .wishing(new RequestedHolder(ACCOUNT_EXECUTIVE, "ben"))
                .leaving(Leg.REPRESENTATIVE, TransferCause.HOLDER_ABSENT, steward)
                .resting(Instant.EPOCH)
                .offering(new Offer("1", new Holder(SALES_REPRESENTATIVE, "rita")));
        String written = """
                {"handOff":{"deal":"one",
                "lead":{"pipeline":"milestones","territory":null,"product":null,"language":null,"customer":null},
                "stages":["FOUND"],"walked":0,"wishes":{"ACCOUNT_EXECUTIVE":"ben"},"earlier":{"SALES_MANAGER":"steward"},
                "holding":{"holder":{"role":"SALES_MANAGER","member":"steward"},"epoch":0,"since":"1970-01-01T00:00:00Z",
                "placed":true,"credit":null},
                "search":{"offer":{"id":"1","to":{"role":"SALES_REPRESENTATIVE","member":"rita"}},"queued":false,
                "decliners":[],"missed":[],"manager":null,"lacking":null},"offers":1,
                "rehoming":{"epoch":0,"leg":"REPRESENTATIVE","cause":"HOLDER_ABSENT",
                "credit":{"role":"SALES_MANAGER","member":"steward"}},"over":null,"onHold":"1970-01-01T00:00:00Z",
                "effort":{"recycled":false,"onboarded":false,"cases":[]}}}""".replace("\n", "");
        assertThat(Sagas.STORE.writeValueAsString(HandOffSaga.remembering(now))).isEqualTo(written);
        assertThat(Sagas.STORE.readValue(written, HandOffSaga.class).remembered())
                .isEqualTo(now);
    }

    private void askTheExecutives() {
        Rule asked = new Rule(Acceptance.PERSON, 1, WhenNobody.QUEUE, null);
        department.policy = new RoutingPolicy("default", 1, Map.of(ACCOUNT_EXECUTIVE, asked));
    }

    private Holder holder(String deal) {
        return ((Held) department.of(deal)).holder();
    }

    private static GenericEventMessage<Object> of(String deal, Object event) {
        return new GenericEventMessage<>(event, Map.of("subject", deal, "occurredat", "2017-03-01T12:00:00Z"));
    }

    private static LeadFound lead() {
        return new LeadFound(
                "milestones",
                "a lead",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                1,
                new Holder(SALES_MANAGER, "steward"));
    }
}
