package dev.baton.projections.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.projections.testing.Office;
import dev.baton.projections.testing.Replaying;
import dev.baton.projections.testing.Running;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class RefusalsTest {
    private final Running service = Office.running();

    @ParameterizedTest
    @CsvSource({
        "/v1/pipeline?asOf=2026-01-01, 400, only-now",
        "/v1/win-loss?knownAt=2026-01-01T00:00:00Z, 400, only-now",
        "/v1/pipeline?teritory=East, 400, unknown-parameter",
        "/v1/win-loss?by=weekday, 400, invalid-parameter",
        "/v1/deals?state=sleeping, 400, invalid-parameter",
        "/v1/deals?limit=0, 400, invalid-limit",
        "/v1/deals?after=nonsense!, 400, invalid-cursor",
        "/v1/deals?after=YQ.Yg, 400, invalid-cursor",
        "/v1/deals/nobody, 404, unknown-deal",
        "/v1/deals/nobody/timeline, 404, unknown-deal",
        "/v1/nothing, 404, unknown-path"
    })
    void a_question_that_cannot_be_answered_is_refused_with_a_problem(String path, int status, String code) {
        var refusal = service.get(path, "application/json");

        assertThat(refusal.statusCode()).isEqualTo(status);
        assertThat(refusal.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(JsonMapper.shared().readTree(refusal.body()).path("code").asString())
                .isEqualTo(code);
    }

    @Test
    void a_replay_does_not_begin_under_a_key_that_no_index_could_hold() {
        var refusal = new Replaying(service).begin("k".repeat(256), "{}");

        assertThat(refusal.statusCode()).isEqualTo(400);
        assertThat(JsonMapper.shared().readTree(refusal.body()).path("code").asString())
                .isEqualTo("invalid-idempotency-key");
    }

    @ParameterizedTest
    @CsvSource({"/v1/pipeline", "/v1/deals", "/ops/dead-letters"})
    void without_a_token_nothing_is_told(String path) {
        assertThat(service.stranger(path, "application/json").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/v1/pipeline, text/csv", "/v1/pipeline, application/xml"})
    void a_refusal_is_json_whatever_was_asked_for(String path, String accept) {
        var answer = service.get(path + "?nope=1", accept);

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }
}
