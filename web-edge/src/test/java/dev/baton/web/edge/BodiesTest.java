package dev.baton.web.edge;

import static dev.baton.web.edge.EdgeClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Bodies as such.
@EdgeApp
class BodiesTest {
    @Autowired
    private EdgeClient client;

    @Test
    void a_complete_body_is_read_and_dates_are_iso() throws Exception {
        HttpResponse<String> response = client.post("/v1/orders", EdgeClient.ORDER);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"due\":\"2026-01-01T00:00:00Z\"");
    }

    @Test
    void an_empty_body_is_400() throws Exception {
        assertProblem(client.post("/v1/orders", ""), 400, "body-unreadable");
        assertProblem(client.post("/v1/orders", "null"), 400, "body-unreadable");
    }

    @Test
    void bad_json_is_400_with_line_and_column() throws Exception {
        JsonNode problem = assertProblem(client.post("/v1/orders", "{\"title\": \"t\",\n  oops}"), 400, "bad-json");

        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isPositive();
    }

    @Test
    void a_body_that_is_cut_off_is_told_without_the_parsers_insides() throws Exception {
        JsonNode problem = assertProblem(client.post("/v1/orders", "{\"title\": \"t\""), 400, "bad-json");

        assertThat(problem.path("detail").asString())
                .contains("Unexpected end-of-input")
                .doesNotContain("REDACTED", "Feature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"title\": \"t\"",
                "{\"title\": \"a\", \"title\": \"b\"}",
                "{'title': 't'}",
                "{\"title\": NaN}",
                "\u0000",
                "[1,]"
            })
    void what_is_not_json_is_never_read_as_something_else(String body) throws Exception {
        int status = client.post("/v1/orders", body).statusCode();

        assertThat(status).isBetween(400, 422);
    }

    @Test
    void trailing_tokens_are_refused() throws Exception {
        JsonNode problem = assertProblem(client.post("/v1/orders", EdgeClient.ORDER + " {}"), 422, "wrong-type");

        assertThat(problem.path("detail").asString())
                .contains("trailing")
                .doesNotContain("FAIL_ON", "bound as", "START_");
    }

    /// What is on the class path for other purposes would take what it does not know for nothing
    /// said.
    @ParameterizedTest
    @ValueSource(
            strings = {"application/yaml", "application/xml", "application/cbor", "text/csv", "application/x-ndjson"})
    void only_json_is_read_and_nothing_else_is_said_to_be(String type) throws Exception {
        JsonNode problem = assertProblem(
                client.send(client.request("/v1/orders", EdgeClient.ANNA)
                        .setHeader("Content-Type", type)
                        .POST(BodyPublishers.ofString("titel: t\n"))),
                415,
                "unsupported-media-type");

        assertThat(problem.path("allowed").toString()).isEqualTo("[\"application/json\",\"application/*+json\"]");
    }

    @Test
    void an_answer_is_no_yaml() throws Exception {
        assertProblem(
                client.send(client.request("/v1/rows", EdgeClient.ANNA)
                        .header("Accept", "application/yaml")
                        .GET()),
                406,
                "not-acceptable");
    }

    @Test
    void two_megabytes_are_413_announced_or_not() throws Exception {
        byte[] large = EdgeClient.ORDER
                .replace("\"t\"", "\"" + "x".repeat(2 << 20) + "\"")
                .getBytes(StandardCharsets.UTF_8);

        assertProblem(client.post("/v1/orders", BodyPublishers.ofByteArray(large)), 413, "body-too-large");
        assertProblem(
                client.post("/v1/orders", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                413,
                "body-too-large");
    }

    @Test
    void ndjson_is_read_line_by_line_beyond_the_limit_of_a_body() throws Exception {
        String body = "{\"a\": 1}\n\n" + "x".repeat(3 << 20) + "\n{\"b\": 2}\r\n\u00e9";
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> response = client.send(client.request("/v1/lines", EdgeClient.ANNA)
                .setHeader("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(bytes)));

        assertThat(EdgeClient.JSON.readTree(response.body()).toString())
                .isEqualTo("[\"1 {\\\"a\\\": 1}\",\"3 longer than 100\",\"4 {\\\"b\\\": 2}\\r\",\"5 not UTF-8\"]");
    }
}
