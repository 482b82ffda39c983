package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.edge.testing.TestTokens;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Somebody who has left joins again.
class ReturnEndToEndTest {
    private static final String OFFICE = TestTokens.client("office", "members:write", "ops");

    private static Service service;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        service = new Service();
        relay = new RunningRelay(service);
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void how_far_a_departure_had_come_stays_so_whatever_is_given_to_whoever_is_back() {
        service.join(ACCOUNT_EXECUTIVE, "bea", 1000);
        relay.gives("bea", 3);
        service.join(ACCOUNT_EXECUTIVE, "bob", 1000);
        relay.leaves("bea");
        eventually().untilAsserted(() -> assertThat(counts()).isEqualTo("3 deals, 3 rehomed, 0 remaining"));
        assertThat(departure().hasNonNull("back")).isFalse();

        service.join(ACCOUNT_EXECUTIVE, "bea", 1000);
        relay.gives("bea", 2);
        assertThat(counts()).isEqualTo("3 deals, 3 rehomed, 0 remaining");
        assertThat(departure().get("done").asBoolean()).isTrue();
        assertThat(departure().hasNonNull("back")).isTrue();

        relay.leaves("bea");
        eventually().untilAsserted(() -> assertThat(counts()).isEqualTo("2 deals, 2 rehomed, 0 remaining"));
        assertThat(departure().hasNonNull("back")).isFalse();
    }

    private static JsonNode departure() {
        return service.get(OFFICE, "/v1/members/bea/departure")
                .json()
                .get("roles")
                .get(0);
    }

    private static String counts() {
        JsonNode progress = departure();
        return "%d deals, %d rehomed, %d remaining"
                .formatted(
                        progress.get("deals").asInt(),
                        progress.get("rehomed").asInt(),
                        progress.get("remaining").asInt());
    }
}
