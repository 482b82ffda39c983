package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What is turned away at the door, and how that is said.
class DoorEndToEndTest {
    private static final String OFFICE = TestTokens.client("test", "members:write", "deals:read", "ops");

    private static Service service;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        service = new Service();
        relay = new RunningRelay(service);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoever_loses_every_race_is_told_to_come_again_and_then_has_one_effect() {
        service.join(ACCOUNT_EXECUTIVE, "anna", 3);
        String key = UUID.randomUUID().toString();
        service.sql().execute("""
                create function somebody_was_faster() returns trigger language plpgsql as $$
                begin
                    raise unique_violation using constraint = 'event_stream_sequence_once';
                end $$""");
        service.sql().execute("""
                create trigger somebody_was_faster before insert on event for each row
                when (new.type = 'baton.member.capacity-changed.v1') execute function somebody_was_faster()""");
        Service.Answer refused = capacity(key);
        assertThat(refused.status()).as(refused.body()).isEqualTo(503);
        assertThat(refused.json().path("code").asString()).isEqualTo("store-contended");
        assertThat(refused.json().path("retryAfterSeconds").asInt()).isEqualTo(1);
        assertThat(relay.events("account-executive/anna")).isEqualTo(1);

        service.sql().execute("drop trigger somebody_was_faster on event");
        assertThat(capacity(key).status()).isEqualTo(200);
        assertThat(capacity(key).status()).isEqualTo(200);
        assertThat(relay.events("account-executive/anna")).isEqualTo(2);
    }

    @Test
    void a_misspelt_filter_is_refused_and_not_answered_as_if_nothing_had_been_filtered() {
        Service.Answer refused = service.get(OFFICE, "/v1/waiting?teritory=East&limit=3");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("code").asString()).isEqualTo("unknown-parameter");
        assertThat(refused.json().path("detail").asString()).contains("'teritory'");
        assertThat(refused.json().path("allowed").valueStream().map(JsonNode::asString))
                .containsExactly("after", "limit", "role", "territory");
        assertThat(service.get(OFFICE, "/v1/waiting?territory=East&limit=3").status())
                .isEqualTo(200);
    }

    @Test
    void names_that_no_index_could_hold_are_refused() {
        String name = "p".repeat(501);
        Service.Answer policy = service.put(OFFICE, "/v1/routing-policies/" + name, Map.of("roles", Map.of()));
        assertThat(policy.status()).as(policy.body()).isEqualTo(422);
        assertThat(policy.json().path("pointer").asString()).isEqualTo("/name");
        Service.Answer member = service.post(
                OFFICE,
                "/v1/members",
                Map.of("id", "lea", "name", "Lea", "role", "ACCOUNT_EXECUTIVE", "capacity", 1, "manager", name));
        assertThat(member.status()).as(member.body()).isEqualTo(422);
        assertThat(member.json().path("pointer").asString()).isEqualTo("/manager");
    }

    @Test
    void whoever_never_joined_has_neither_stayed_nor_left() {
        service.join(ACCOUNT_EXECUTIVE, "stella", 1);
        for (String way : List.of("departure", "absence")) {
            Service.Answer nobody = service.get(OFFICE, "/v1/members/nobody/" + way);
            assertThat(nobody.status()).isEqualTo(404);
            assertThat(nobody.json().path("code").asString()).isEqualTo("member-unknown");
        }
        assertThat(code("/v1/members/stella/departure")).isEqualTo("not-departed");
        assertThat(code("/v1/members/stella/absence")).isEqualTo("not-absent");
    }

    @Test
    void what_the_publisher_is_at_is_told_to_operations_and_to_nobody_else() {
        assertThat(health(OFFICE).at("/components/kafkaPublisher/details").isObject())
                .isTrue();
        JsonNode others = health(TestTokens.client("crm", "deals:read"));
        assertThat(others.path("status").asString()).isEqualTo("UP");
        assertThat(others.has("components")).isFalse();
    }

    private static JsonNode health(String token) {
        return service.get(token, "/actuator/health").json();
    }

    private static String code(String path) {
        return service.get(OFFICE, path).json().path("code").asString();
    }

    private static Service.Answer capacity(String key) {
        return service.post(OFFICE, "/v1/members/anna/capacity", Map.of("capacity", 5), key);
    }
}
