package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.verify.Finding;
import dev.baton.axon.kafka.verify.Findings;
import dev.baton.axon.kafka.verify.Remembered;
import dev.baton.contract.Holder;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.web.edge.testing.TestTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Sagas against what the log says they should remember.
class RememberedHandOffsTest {
    private static final String OFFICE = TestTokens.client("office", "members:write", "ops");
    private static final String SAGA = """
            saga_id = (select saga_id from association_value_entry
                       where association_key = 'subject' and association_value = ?)""";

    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(ACCOUNT_EXECUTIVE, "anna", 1000);
        service.join(ACCOUNT_EXECUTIVE, "ben", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 3);
        Map<String, Object> asked = Map.of("acceptance", "PERSON");
        service.put(OFFICE, "/v1/routing-policies/asked", Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", asked)));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void each_saga_remembers_what_the_log_says_and_a_planted_difference_is_found() {
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            deals.add(deal("milestones", null));
            service.tell(deals.getLast(), DAY, new LeadQualified(null, null, null), won());
        }
        String lost = deal("milestones", null);
        service.tell(lost, DAY, new Closed(Outcome.LOST, null, "price", null));
        String offered = deal("asked", new RequestedHolder(ACCOUNT_EXECUTIVE, "anna"));
        service.tell(offered, DAY, new LeadQualified(null, null, null));
        eventually().untilAsserted(() -> assertThat(service.waiting()).isEqualTo(3));
        eventually().untilAsserted(() -> assertThat(offers()).isOne());
        eventually().until(() -> hasEnded(lost));
        assertThat(findings()).isEmpty();

        alter(offered, "\"offers\":", "\"offers\":7");
        alter(deals.getFirst(), "\"walked\":", "\"walked\":1");
        assertThat(findings()).extracting(Finding::subject).containsExactlyInAnyOrder(offered, deals.getFirst());
        assertThat(findings()).extracting(Finding::detail).anyMatch(detail -> detail.contains("by the log"));
        forget(deals.getLast());
        assertThat(findings())
                .extracting(Finding::subject)
                .containsExactlyInAnyOrder(offered, deals.getFirst(), deals.getLast());
    }

    @Test
    void a_saga_that_is_damaged_is_given_its_memory_back_from_the_log_and_goes_on() {
        String sick = deal("milestones", new RequestedHolder(ACCOUNT_EXECUTIVE, "ben"));
        eventually()
                .untilAsserted(
                        () -> assertThat(service.holder(sick)).isEqualTo(new Holder(SALES_REPRESENTATIVE, "rita")));
        service.sql()
                .update("update saga_entry set serialized_saga = ? where " + SAGA, "no saga".getBytes(UTF_8), sick);
        service.tell(sick, DAY, new LeadQualified(null, null, null));
        String path = "/ops/parked-hand-offs/" + sick;
        eventually().untilAsserted(() -> assertThat(kept(sick)).isOne());
        assertTellsWhatWouldMendIt(sick, service.post(OFFICE, path + "/retry", Map.of()));
        assertThat(service.post(OFFICE, path + "/rebuild", Map.of()).status()).isEqualTo(200);
        assertThat(service.post(OFFICE, path + "/retry", Map.of()).status()).isEqualTo(200);
        assertThat(service.holder(sick)).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "ben"));
        assertThat(service.post(OFFICE, path + "/rebuild", Map.of()).status()).isEqualTo(404);
        assertThat(service.post(TestTokens.client("crm", "deals:read"), path + "/rebuild", Map.of())
                        .status())
                .isEqualTo(403);
    }

    private static void assertTellsWhatWouldMendIt(String deal, Service.Answer retried) {
        JsonNode listed =
                service.get(OFFICE, "/ops/parked-hand-offs").json().get("items").get(0);
        assertThat(listed.get("deal").asString()).isEqualTo(deal);
        assertThat(listed.get("title").asString()).isEqualTo("a lead");
        assertThat(listed.get("event").asString()).isEqualTo("baton.deal.lead-qualified.v1");
        assertThat(listed.get("fault").asString()).isEqualTo("MEMORY");
        assertThat(listed.get("mend").asString()).startsWith("Rebuild its memory from the log");
        assertThat(retried.status()).isEqualTo(409);
        assertThat(retried.json().get("detail").asString())
                .startsWith("What its saga remembers cannot be read: ")
                .isEqualTo(listed.get("cause").asString());
        assertThat(retried.json().get("mend")).isEqualTo(listed.get("mend"));
    }

    private static List<Finding> findings() {
        Findings findings = new Findings();
        service.bean(Remembered.class).verify(findings, new TaskProgress());
        return findings.report("test", null).findings();
    }

    private static int kept(String deal) {
        return Objects.requireNonNull(service.sql()
                .queryForObject("select count(*) from parked_hand_off_event where deal = ?", Integer.class, deal));
    }

    private static boolean hasEnded(String deal) {
        return !service.sql()
                .queryForList(
                        "select deal from responsibility where deal = ? and ended_at is not null", String.class, deal)
                .isEmpty();
    }

    private static int offers() {
        return Objects.requireNonNull(
                service.sql().queryForObject("select count(*) from offer where answer is null", Integer.class));
    }

    private static void alter(String deal, String field, String replacement) {
        byte[] stored = Objects.requireNonNull(service.sql()
                .queryForObject("select serialized_saga from saga_entry where " + SAGA, byte[].class, deal));
        String text = new String(stored, UTF_8);
        String altered = text.replaceFirst(field + "\\d+", replacement);
        assertThat(altered).isNotEqualTo(text);
        service.sql().update("update saga_entry set serialized_saga = ? where " + SAGA, altered.getBytes(UTF_8), deal);
    }

    private static void forget(String deal) {
        service.sql().update("delete from saga_entry where " + SAGA, deal);
    }

    private static String deal(String pipeline, @Nullable RequestedHolder wish) {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead(pipeline, "South", wish, null));
        return deal;
    }

    private static Closed won() {
        return new Closed(Outcome.WON, null, null, null);
    }
}
