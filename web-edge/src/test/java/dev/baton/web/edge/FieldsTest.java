package dev.baton.web.edge;

import static dev.baton.web.edge.EdgeClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Bodies that are JSON, but not what was asked for.
@EdgeApp
class FieldsTest {
    @Autowired
    private EdgeClient client;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "{\"title\": 7, \"pieces\": 1, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\"}      | /title",
                "{\"title\": \"t\", \"pieces\": \"1\", \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\"} | /pieces",
                "{\"title\": \"t\", \"pieces\": 1.5, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\"} | /pieces",
                "{\"title\": \"t\", \"pieces\": 1, \"colour\": 0, \"due\": \"2026-01-01T00:00:00Z\"}        | /colour",
                "{\"title\": \"t\", \"pieces\": 1, \"colour\": \"BLUE\", \"due\": \"2026-01-01T00:00:00Z\"}  | /colour",
                "{\"title\": \"t\", \"pieces\": 1, \"colour\": \"RED\", \"due\": \"tomorrow\"}               | /due",
                "{\"title\": \"t\", \"pieces\": 1, \"colour\": \"RED\", \"due\": 1767225600}                 | /due",
                "{\"title\": {}, \"pieces\": 1, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\"}      | /title",
                "{\"title\": \"t\", \"pieces\": 1, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\", \"items\": [{\"name\": \"a\", \"count\": true}]} | /items/0/count",
                "{\"title\": \"t\", \"pieces\": 99999999999, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\"} | /pieces",
                "[]                                                                                         | ''"
            })
    void a_field_of_the_wrong_type_is_422_and_pointed_to(String body, String pointer) throws Exception {
        JsonNode problem = assertProblem(client.post("/v1/orders", body), 422, "wrong-type");

        assertThat(problem.path("pointer").asString()).isEqualTo(pointer.replace("'", ""));
        assertThat(problem.path("detail").asString()).doesNotContain("dev.baton", "java.", "Feature", "Order", "START");
    }

    @Test
    void an_unknown_field_is_422_and_the_known_ones_are_named() throws Exception {
        JsonNode problem = assertProblem(
                client.post("/v1/orders", EdgeClient.ORDER.replace("}", ", \"titel\": \"t\"}")), 422, "unknown-field");

        assertThat(problem.path("pointer").asString()).isEqualTo("/titel");
        assertThat(problem.path("allowed").toString()).contains("\"title\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "{\"pieces\": 1, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\"}                  | /title",
                "{\"title\": null, \"pieces\": 1, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\"} | /title",
                "{\"title\": \"t\", \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\"}               | /pieces",
                "{\"title\": \"t\", \"pieces\": null, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\"} | /pieces",
                "{\"title\": \"t\", \"pieces\": 1, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\", \"items\": [{\"name\": \"a\"}]} | /items/0/count",
                "{\"title\": \"t\", \"pieces\": 1, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\", \"items\": [null]} | /items/0"
            })
    void a_missing_field_is_422_and_pointed_to(String body, String pointer) throws Exception {
        JsonNode problem = assertProblem(client.post("/v1/orders", body), 422, "missing-field");

        assertThat(problem.path("pointer").asString()).isEqualTo(pointer);
        assertThat(problem.path("detail").asString())
                .isEqualTo(
                        pointer.equals("/items/0")
                                ? "null is no value here"
                                : "'" + pointer.replaceFirst(".*/", "") + "' is required");
    }

    @Test
    void an_unknown_currency_is_422() throws Exception {
        String body = EdgeClient.ORDER.replace("}", ", \"price\": {\"amount\": \"1\", \"currency\": \"XXQ\"}}");

        assertThat(assertProblem(client.post("/v1/orders", body), 422, "wrong-type")
                        .path("detail")
                        .asString())
                .contains("XXQ");
    }
}
