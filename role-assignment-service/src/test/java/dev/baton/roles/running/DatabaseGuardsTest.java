package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.contract.Holder;
import dev.baton.contract.member.SlotEvent.SlotReserved;
import dev.baton.contract.responsibility.Acceptance;
import dev.baton.contract.responsibility.AccountabilityFact.ResponsibilityTransferred;
import dev.baton.contract.responsibility.AccountabilityFact.TransferCause;
import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/// The two rules that must never be broken, said once more by the database: whoever appends past the aggregates, as a
/// mistake in the saga could, is refused.
class DatabaseGuardsTest {
    private static final String OFFICE = TestTokens.client("test", "members:write", "deals:read", "ops");

    private static Service service;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        service = new Service();
        relay = new RunningRelay(service);
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void the_database_refuses_a_place_above_capacity_that_went_round_the_aggregate() {
        service.join(ACCOUNT_EXECUTIVE, "hal", 1);
        relay.append("account-executive/hal", new SlotReserved("x-1", 1, false, "round the aggregate"));
        refused("account-executive/hal", new SlotReserved("x-2", 1, false, "round the aggregate"));
        refused("account-executive/hal", new SlotReserved("x-1", 0, true, "round the aggregate"));
        relay.append("account-executive/hal", new SlotReserved("x-3", 1, true, "a manager's word"));
        service.join(ACCOUNT_EXECUTIVE, "ida", 5);
        service.post(OFFICE, "/v1/members/ida/availability", Map.of("availability", "ABSENT"));
        refused("account-executive/ida", new SlotReserved("x-4", 1, false, "round the aggregate"));
    }

    @Test
    void the_database_refuses_a_second_holder_that_went_round_the_aggregate() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null));
        eventually()
                .untilAsserted(
                        () -> assertThat(relay.held(List.of(deal), "rita")).isOne());
        Holder rita = new Holder(SALES_REPRESENTATIVE, "rita");
        Holder sam = new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam");
        refused("responsibility/" + deal, forced(sam, rita, 2));
        refused("responsibility/" + deal, forced(rita, sam, 3));
        refused("responsibility/" + deal, forced(rita, sam, 1));
        relay.append("responsibility/" + deal, forced(rita, sam, 2));
        assertThat(relay.held(List.of(deal), "sam")).isOne();
    }

    private static ResponsibilityTransferred forced(Holder from, Holder to, int epoch) {
        return new ResponsibilityTransferred(
                from, to, epoch, TransferCause.REASSIGNED, Acceptance.FORCED, null, "steward");
    }

    private static void refused(String stream, Object event) {
        long before = relay.events(stream);
        assertThatThrownBy(() -> relay.append(stream, event)).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(relay.events(stream)).isEqualTo(before);
    }
}
