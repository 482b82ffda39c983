package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.kafka.publisher.KafkaPublisher;
import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.Holder;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.web.edge.testing.TestTokens;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The service as it runs: its own decisions, what it took in, and the topics of both.
class VerifyingTest {
    private static final String OPERATOR = TestTokens.client("ops", "ops");

    private static Service service;

    private final String deal = handedOver();

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 10);
        service.join(ACCOUNT_EXECUTIVE, "anna", 10);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void log_topics_and_what_was_taken_in_say_the_same() {
        JsonNode report = run("verify", "");
        assertThat(report.path("findings")).isEmpty();
        assertThat(report.path("clean").asBoolean()).isTrue();
        assertThat(report.at("/looked/events").asLong())
                .isEqualTo(service.bean(EventLog.class).lastPosition());
    }

    @Test
    void an_altered_event_that_was_taken_in_is_told_apart_from_an_own_one() {
        alter("payload || ' '");
        JsonNode report = run("verify", "");
        alter("left(payload, -1)");
        assertThat(report.path("counts")
                        .valueStream()
                        .map(count -> count.path("where").asString() + " "
                                + count.path("fault").asString()))
                .containsExactly("STORE ALTERED", "INTAKE ALTERED");
        assertThat(report.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("subject").asString()))
                .contains(deal);
        assertThat(run("verify", "").path("clean").asBoolean()).as("healed").isTrue();
    }

    private void alter(String payload) {
        String sql = "update event set payload = " + payload + " where stream_id = ? and sequence = 1";
        assertThat(service.sql().update(sql, "deal/" + deal)).isOne();
    }

    @Test
    void topics_are_filled_again_with_both_services_events_and_the_relay_goes_on() {
        run("republish", "?step=hold");
        JsonNode sent = run("republish", "?step=send&force=true");
        assertThat(sent.path("state").asString()).isEqualTo("SENT");
        run("republish", "?step=release");
        assertThat(run("verify", "").path("findings")).isEmpty();
        String next = handedOver();
        assertThat(next).isNotEqualTo(deal);
        assertThat(run("verify", "").path("findings")).isEmpty();
    }

    private static String handedOver() {
        String found = service.newDeal();
        service.tell(found, DAY, lead(null, null, null), new LeadQualified(null, null, null));
        eventually()
                .untilAsserted(
                        () -> assertThat(service.holder(found)).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "anna")));
        eventually()
                .until(() -> service.bean(KafkaPublisher.class).status().position()
                        == service.bean(EventLog.class).lastPosition());
        return found;
    }

    private static JsonNode run(String task, String query) {
        Service.Answer begun = service.post(OPERATOR, "/ops/" + task + query, Map.of());
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String id = begun.json().path("id").asString();
        var seen = new AtomicReference<JsonNode>();
        eventually().until(() -> {
            seen.set(service.get(OPERATOR, "/ops/" + task + "/" + id).json());
            return !seen.get().path("state").asString().equals("RUNNING");
        });
        assertThat(seen.get().path("state").asString())
                .as(seen.get().toString())
                .isEqualTo("DONE");
        return seen.get().path("result");
    }
}
