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
import dev.baton.roles.responsibility.ResponsibilityState.Held;
import java.util.Map;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.test.saga.SagaTestFixture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which events reach which saga; what it does then is in `RelayTest`.
class HandOffSagaTest {
    private final Department department = new Department();
    private final SagaTestFixture<HandOffSaga> fixture = new SagaTestFixture<>(HandOffSaga.class);

    @BeforeEach
    void the_team_joins() {
        department.join(SALES_MANAGER, "steward", 100);
        department.join(SALES_REPRESENTATIVE, "rita", 5);
        department.join(ACCOUNT_EXECUTIVE, "anna", 5);
        fixture.registerResource(new Relay(department, department));
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
    void a_lost_deal_ends_its_saga() {
        fixture.givenAPublished(of("one", lead()))
                .whenPublishingA(of("one", new Closed(Outcome.LOST, null, "price", null)))
                .expectActiveSagas(0);
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
