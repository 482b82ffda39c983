package dev.baton.web.edge;

import static dev.baton.web.edge.EdgeClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.problem.ProblemException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// What is refused before a body is looked at.
@EdgeApp
class RequestRefusalsTest {
    @Autowired
    private EdgeClient client;

    @Test
    void an_unknown_path_is_404() throws Exception {
        JsonNode problem = assertProblem(client.get("/v1/nowhere"), 404, "unknown-path");

        assertThat(problem.path("instance").asString()).isEqualTo("/v1/nowhere");
        assertProblem(client.post("/v1/nowhere", "{}"), 404, "unknown-path");
    }

    @Test
    void a_wrong_method_is_405_and_names_the_right_one() throws Exception {
        HttpResponse<String> response =
                client.send(client.request("/v1/orders", EdgeClient.ANNA).DELETE());

        assertThat(assertProblem(response, 405, "method-not-allowed")
                        .path("allowed")
                        .toString())
                .isEqualTo("[\"POST\"]");
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void a_wrong_content_type_is_415_and_names_the_right_ones() throws Exception {
        HttpResponse<String> response = client.send(client.request("/v1/orders", EdgeClient.ANNA)
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(EdgeClient.ORDER)));

        assertThat(assertProblem(response, 415, "unsupported-media-type")
                        .path("allowed")
                        .toString())
                .contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"///", "no type at all", "application/json; charset="})
    void an_unreadable_content_type_is_415(String type) throws Exception {
        assertProblem(
                client.send(client.request("/v1/orders", EdgeClient.ANNA)
                        .setHeader("Content-Type", type)
                        .POST(BodyPublishers.ofString(EdgeClient.ORDER))),
                415,
                "unsupported-media-type");
    }

    @Test
    void nothing_acceptable_is_406() throws Exception {
        assertProblem(
                client.send(client.request("/v1/rows", EdgeClient.ANNA)
                        .header("Accept", "image/png")
                        .GET()),
                406,
                "not-acceptable");
        assertProblem(
                client.send(client.request("/v1/rows", EdgeClient.ANNA)
                        .header("Accept", "no type")
                        .GET()),
                406,
                "not-acceptable");
    }

    @Test
    void parameters_are_refused_as_problems() throws Exception {
        assertThat(assertProblem(client.get("/v1/colours/BLUE"), 400, "invalid-parameter")
                        .path("allowed")
                        .toString())
                .isEqualTo("[\"RED\",\"GREEN\"]");
        assertProblem(client.get("/v1/needs"), 400, "value-missing");
        assertProblem(client.get("/v1/rows?limit=0"), 400, "invalid-limit");
        assertProblem(client.get("/v1/rows?limit=1001"), 400, "invalid-limit");
        assertProblem(client.get("/v1/rows?limit=x"), 400, "invalid-limit");
        assertProblem(client.get("/v1/rows?after=*"), 400, "invalid-cursor");
        assertProblem(client.get("/v1/rows?after=YQ.YQ"), 400, "invalid-cursor");
        assertProblem(client.get("/v1/rows?after=AA"), 400, "invalid-cursor");
    }

    @Test
    void what_no_database_can_look_for_is_refused_before_it_is_asked() throws Exception {
        assertProblem(client.get("/v1/rows?total=%00"), 400, "invalid-parameter");
        assertProblem(client.get("/v1/rows?a%00b=1"), 400, "invalid-parameter");
        assertProblem(client.get("/v1/needs?what=%00"), 400, "invalid-parameter");
        assertThat(client.get("/v1/needs?what=%2500").body()).isEqualTo("%00");
    }

    @Test
    void a_parameter_that_the_path_does_not_know_is_refused_with_those_that_it_does() throws Exception {
        JsonNode problem = assertProblem(client.get("/v1/rows?limit=2&totl=3"), 400, "unknown-parameter");
        assertThat(problem.path("detail").asString()).contains("'totl'");
        assertThat(problem.path("allowed").toString()).isEqualTo("[\"after\",\"limit\",\"total\"]");
        assertProblem(client.get("/v1/me?%74otal"), 400, "unknown-parameter");
        assertProblem(client.get("/v1/me?asOf=2026-01-01"), 400, "only-now");
        assertProblem(client.post("/v1/orders?dryRun=true", EdgeClient.ORDER), 400, "unknown-parameter");
        assertThat(client.get("/v1/rows?&%74otal=3&").statusCode()).isEqualTo(200);
        assertThat(client.get("/v1/options?any=1&other=2").body()).isEqualTo("[any, other]");
        assertThat(client.get("/actuator/health?x=1").body()).isEqualTo("UP");
    }

    /// What is wrong with it is its type, and not what stands in it.
    @Test
    void a_form_is_refused_as_a_form() throws Exception {
        assertProblem(
                client.send(client.request("/v1/orders", EdgeClient.ANNA)
                        .setHeader("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("title=t"))),
                415,
                "unsupported-media-type");
    }

    @Test
    void a_cursor_by_a_moment_is_a_moment_or_infinitely_far_away() {
        assertThat(Cursor.moment("-infinity")).isEqualTo("-infinity");
        assertThat(Cursor.moment("2026-11-28T09:00:00Z")).isEqualTo("2026-11-28T09:00:00Z");
        for (String key : List.of("", "x", "now", "2026-11-28", "+10000-01-01T00:00:00Z")) {
            assertThatThrownBy(() -> Cursor.moment(key)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void what_the_firewall_and_the_server_refuse_is_a_problem_too() throws Exception {
        assertProblem(client.get("/v1/a;b=c//d"), 400, "bad-request");
        assertThat(client.raw("GET /v1/{curly} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400");
        assertThat(client.raw("TRACE /v1/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("application/problem+json");
    }
}
