package dev.baton.web.edge;

import static dev.baton.web.edge.EdgeClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.edge.testing.TestTokens;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Who comes in, and where.
@EdgeApp
class DoorTest {
    @Autowired
    private EdgeClient client;

    @Test
    void nobody_gets_in_without_a_token() throws Exception {
        HttpResponse<String> response =
                client.send(client.request("/v1/me", "none").GET());

        assertProblem(response, 401, "token-missing");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    }

    @Test
    void foreign_expired_misdirected_and_broken_tokens_are_refused() throws Exception {
        for (String token : new String[] {
            TestTokens.foreign("anna"), TestTokens.expired("anna"), TestTokens.forOtherAudience("anna"), "nonsense"
        }) {
            HttpResponse<String> response =
                    client.send(client.request("/v1/me", token).GET());

            JsonNode problem = assertProblem(response, 401, "token-invalid");
            assertThat(problem.path("detail").asString()).isNotBlank().doesNotContain("Jwt: ");
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).contains("invalid_token"));
        }
    }

    @Test
    void the_token_says_who_is_asking() throws Exception {
        JsonNode person = EdgeClient.JSON.readTree(client.get("/v1/me").body());
        JsonNode system =
                EdgeClient.JSON.readTree(client.send(client.request("/v1/me", TestTokens.client("crm", "events:write"))
                                .GET())
                        .body());

        assertThat(person.path("member").asString()).isEqualTo("anna");
        assertThat(person.path("roles").toString()).isEqualTo("[\"ACCOUNT_EXECUTIVE\"]");
        assertThat(system.path("id").asString()).isEqualTo("crm");
        assertThat(system.has("member")).isFalse();
        assertThat(system.path("scopes").toString()).isEqualTo("[\"events:write\"]");
    }

    @Test
    void a_token_that_lacks_the_scope_is_refused_by_name_before_its_body_is_read() throws Exception {
        for (String token : new String[] {
            TestTokens.client("crm", "orders:read"),
            TestTokens.client("crm"),
            TestTokens.member("anna", "SALES_MANAGER")
        }) {
            HttpResponse<String> response = client.send(writes(token, "no JSON"));

            JsonNode problem = assertProblem(response, 403, "scope-required");
            assertThat(problem.path("allowed").toString()).isEqualTo("[\"orders:write\"]");
            assertThat(problem.path("detail").asString()).contains("orders:write");
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer error=\"insufficient_scope\", scope=\"orders:write\"");
        }
        assertThat(client.send(writes(TestTokens.client("crm", "orders:write"), "no JSON"))
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpRequest.Builder writes(String token, String body) {
        return client.request("/v1/writes", token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    @Test
    void health_is_open_and_what_is_neither_open_nor_guarded_does_not_exist() throws Exception {
        assertThat(client.send(client.request("/actuator/health", "none").GET()).statusCode())
                .isEqualTo(200);
        assertProblem(client.get("/elsewhere"), 404, "unknown-path");
        assertProblem(client.send(client.request("/elsewhere", "none").GET()), 401, "token-missing");
    }
}
