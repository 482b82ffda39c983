package dev.baton.web.edge;

import static dev.baton.web.edge.EdgeClient.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What goes wrong inside, as it is told outside.
@EdgeApp
class FailuresTest {
    @Autowired
    private EdgeClient client;

    @Test
    void refusals_and_contract_failures_are_told() throws Exception {
        assertThat(assertProblem(client.get("/v1/failures/refusal"), 409, "taken")
                        .path("allowed")
                        .toString())
                .isEqualTo("[\"wait\"]");
        assertThat(assertProblem(client.get("/v1/failures/malformed"), 422, "malformed-event")
                        .path("pointer")
                        .asString())
                .isEqualTo("/value/amount");
        assertProblem(client.get("/v1/failures/unknown-type"), 422, "unknown-event-type");
        assertProblem(client.get("/v1/failures/own"), 409, "own-words");
    }

    @Test
    void a_transaction_that_had_to_give_way_may_come_again() throws Exception {
        HttpResponse<String> response = client.get("/v1/failures/deadlock");

        assertProblem(response, 503, "store-contended");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void a_lost_database_is_503_and_worth_a_retry() throws Exception {
        HttpResponse<String> response = client.get("/v1/failures/database");

        assertProblem(response, 503, "store-unavailable");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void a_fault_shows_an_error_id_and_nothing_of_the_inside() throws Exception {
        HttpResponse<String> response = client.get("/v1/failures/other");

        assertThat(assertProblem(response, 500, "internal-error")
                        .path("errorId")
                        .asString())
                .hasSize(36);
        assertThat(response.body()).doesNotContain("1234", "Exception");
    }

    @Test
    void a_fault_in_the_middle_of_an_answer_cuts_it_off() {
        assertThatThrownBy(() -> client.get("/v1/half")).isInstanceOf(IOException.class);
    }

    @Test
    void a_request_keeps_its_id_and_a_nameless_one_gets_one() throws Exception {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        assertThat(client.requestId(client.request("/v1/me", EdgeClient.ANNA).header("X-Request-Id", "r-1")))
                .isEqualTo("r-1");
        assertThat(client.requestId(client.request("/v1/me", EdgeClient.ANNA).header("X-Request-Id", "no good id")))
                .hasSize(36);
        assertThat(client.requestId(client.request("/v1/me", EdgeClient.ANNA).header("traceparent", traceparent)))
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(client.requestId(client.request("/v1/me", "none"))).hasSize(36);
    }
}
