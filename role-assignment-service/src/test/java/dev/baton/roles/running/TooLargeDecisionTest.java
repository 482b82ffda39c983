package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Topics;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// More people than one decision can name: their ids are long here, so that fewer will do.
class TooLargeDecisionTest {
    private static final String OFFICE = TestTokens.client("office", "ops");
    private static final int LENGTH = 2_000;
    private static final int ENOUGH = 30;

    @Test
    void a_decision_that_is_too_large_for_the_log_parks_its_hand_off_alone() {
        try (Service service = new Service()) {
            service.join(ACCOUNT_EXECUTIVE, "anna", 10, "East");
            service.join(SALES_REPRESENTATIVE, "rita", 10, "East");
            crowd(service, 3_000);
            String allowed = qualified(service);
            eventually().until(() -> new Holder(ACCOUNT_EXECUTIVE, "anna").equals(service.holder(allowed)));
            assertThat(largest(service)).isGreaterThan(6_000_000).isLessThan(Topics.LARGEST_EVENT);

            crowd(service, 4_500);
            String deal = qualified(service);
            String other = found(service);
            eventually().until(() -> isParkedAtItsQualification(service, deal));
            assertThat(service.holder(deal)).isEqualTo(new Holder(SALES_REPRESENTATIVE, "rita"));
            eventually().until(() -> new Holder(SALES_REPRESENTATIVE, "rita").equals(service.holder(other)));
            assertThat(parked(service)).hasSize(1);

            crowd(service, 10);
            assertThat(service.post(OFFICE, "/ops/parked-hand-offs/" + deal + "/retry", Map.of())
                            .status())
                    .isEqualTo(200);
            eventually().until(() -> new Holder(ACCOUNT_EXECUTIVE, "anna").equals(service.holder(deal)));
        }
    }

    @Test
    void what_was_told_with_it_goes_through_and_the_decision_is_named() {
        try (Service service = new Service()) {
            service.join(ACCOUNT_EXECUTIVE, "anna", 10, "East");
            service.join(SALES_REPRESENTATIVE, "rita", 10, "East");
            OneBatch batch = OneBatch.on(service);
            crowd(service, 4_500);
            String deal = toldTogether(batch);
            for (int tries = 1; tries < ENOUGH && !batch.blamedTheFirst(deal); tries++) {
                deal = toldTogether(batch);
            }
            assertThat(batch.blamedTheFirst(deal)).isTrue();
            assertThat(service.holder(deal)).isEqualTo(new Holder(SALES_REPRESENTATIVE, "rita"));

            crowd(service, 10);
            assertThat(service.post(OFFICE, "/ops/parked-hand-offs/" + deal + "/retry", Map.of())
                            .status())
                    .isEqualTo(200);
            assertThat(service.holder(deal)).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "anna"));
            assertThat(isParkedAtItsQualification(service, deal)).isFalse();
        }
    }

    private static String toldTogether(OneBatch batch) {
        String deal = batch.service().newDeal();
        batch.tell(
                deal,
                lead("East", null, new Holder(SALES_REPRESENTATIVE, "rita")),
                new LeadQualified(null, null, null));
        eventually().until(() -> isParkedAtItsQualification(batch.service(), deal));
        return deal;
    }

    /// As it is once each of the events that failed together has been tried by itself, and the
    /// relay has come back and kept the one that fails: nothing before it is kept any more.
    private static boolean isParkedAtItsQualification(Service service, String deal) {
        return parked(service).stream()
                .filter(parked -> parked.get("deal").asString().equals(deal))
                .filter(parked -> parked.path("event").asString("").equals("baton.deal.lead-qualified.v1"))
                .filter(parked -> parked.get("waiting").asInt() > 0)
                .map(parked -> parked.get("cause").asString())
                .anyMatch(cause -> cause.contains("baton.responsibility.assignment-decided.v1")
                        && cause.contains("responsibility/" + deal)
                        && cause.contains("8000000"));
    }

    private static void crowd(Service service, int people) {
        service.sql().update("delete from member_directory where member like 'x%'");
        service.sql().update("""
                insert into member_directory (role, member, name, capacity, territories, skills, languages,
                                              availability, departed)
                select ?, repeat('x', ?) || n, 'Somebody', 50, '{West}', '{}', '{}', 'AVAILABLE', false
                from generate_series(1, ?) n""", ACCOUNT_EXECUTIVE.name(), LENGTH, people);
        service.restart();
    }

    private static String found(Service service) {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("East", null, new Holder(SALES_REPRESENTATIVE, "rita")));
        service.topic().flush();
        return deal;
    }

    /// Heard in a commit of its own, so that what fails is the qualification alone.
    private static String qualified(Service service) {
        String deal = found(service);
        eventually().until(() -> new Holder(SALES_REPRESENTATIVE, "rita").equals(service.holder(deal)));
        service.tell(deal, DAY, new LeadQualified(null, null, null));
        service.topic().flush();
        return deal;
    }

    private static List<JsonNode> parked(Service service) {
        return service.get(OFFICE, "/ops/parked-hand-offs")
                .json()
                .get("items")
                .valueStream()
                .toList();
    }

    private static int largest(Service service) {
        Integer bytes = service.sql()
                .queryForObject(
                        "select max(length(payload)) from event"
                                + " where type = 'baton.responsibility.assignment-decided.v1'",
                        Integer.class);
        return bytes == null ? 0 : bytes;
    }
}
