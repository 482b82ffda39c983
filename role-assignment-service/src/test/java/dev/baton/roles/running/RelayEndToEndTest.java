package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RelayEndToEndTest {
    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(ACCOUNT_EXECUTIVE, "anna", 1000);
        service.join(ACCOUNT_EXECUTIVE, "ben", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_deal_is_handed_from_the_steward_over_all_legs_to_support() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("East", new RequestedHolder(ACCOUNT_EXECUTIVE, "ben"), null));
        eventually()
                .untilAsserted(
                        () -> assertThat(service.holder(deal)).isEqualTo(new Holder(SALES_REPRESENTATIVE, "rita")));

        service.tell(deal, DAY.plus(Duration.ofDays(2)), new LeadQualified(null, null, null));
        eventually()
                .untilAsserted(() -> assertThat(service.holder(deal)).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "ben")));

        service.tell(deal, DAY.plus(Duration.ofDays(40)), new Closed(Outcome.WON, null, null, null));
        eventually()
                .untilAsserted(() ->
                        assertThat(service.holder(deal)).isEqualTo(new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam")));

        assertThat(service.load(SALES_MANAGER, "steward")).isZero();
        assertThat(service.load(SALES_REPRESENTATIVE, "rita")).isZero();
        assertThat(service.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam")).isOne();
    }
}
