package dev.baton.web.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.web.edge.testing.TestTokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "baton.security.public-key=" + TestTokens.PUBLIC_KEY})
class EdgeTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String ORDER = """
            {"title": "t", "pieces": 1, "colour": "RED", "due": "2026-01-01T00:00:00Z"}""";

    @LocalServerPort
    private int port;

    private final String anna = TestTokens.member("anna", "ACCOUNT_EXECUTIVE");

    @Test
    void a_complete_body_is_read_and_dates_are_iso() throws Exception {
        HttpResponse<String> response = post("/v1/orders", ORDER);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).contains("\"due\":\"2026-01-01T00:00:00Z\"");
    }

    @Test
    void nobody_gets_in_without_a_token() throws Exception {
        HttpResponse<String> response = send(request("/v1/me", "none").GET());

        assertProblem(response, 401, "token-missing");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    }

    @Test
    void foreign_expired_misdirected_and_broken_tokens_are_refused() throws Exception {
        for (String token : new String[] {
            TestTokens.foreign("anna"), TestTokens.expired("anna"), TestTokens.forOtherAudience("anna"), "nonsense"
        }) {
            HttpResponse<String> response = send(request("/v1/me", token).GET());

            assertProblem(response, 401, "token-invalid");
            assertThat(response.headers().firstValue("WWW-Authenticate"))
                    .hasValueSatisfying(value -> assertThat(value).contains("invalid_token"));
        }
    }

    @Test
    void the_token_says_who_is_asking() throws Exception {
        JsonNode person = JSON.readTree(get("/v1/me").body());
        JsonNode system = JSON.readTree(
                send(request("/v1/me", TestTokens.client("crm", "events:write")).GET())
                        .body());

        assertThat(person.path("member").asString()).isEqualTo("anna");
        assertThat(person.path("roles").toString()).isEqualTo("[\"ACCOUNT_EXECUTIVE\"]");
        assertThat(system.path("id").asString()).isEqualTo("crm");
        assertThat(system.has("member")).isFalse();
        assertThat(system.path("scopes").toString()).isEqualTo("[\"events:write\"]");
    }

    @Test
    void health_is_open_and_what_is_neither_open_nor_guarded_does_not_exist() throws Exception {
        assertThat(send(request("/actuator/health", "none").GET()).statusCode()).isEqualTo(200);
        assertProblem(get("/elsewhere"), 404, "unknown-path");
        assertProblem(send(request("/elsewhere", "none").GET()), 401, "token-missing");
    }

    @Test
    void an_unknown_path_is_404() throws Exception {
        JsonNode problem = assertProblem(get("/v1/nowhere"), 404, "unknown-path");

        assertThat(problem.path("instance").asString()).isEqualTo("/v1/nowhere");
        assertProblem(post("/v1/nowhere", "{}"), 404, "unknown-path");
    }

    @Test
    void a_wrong_method_is_405_and_names_the_right_one() throws Exception {
        HttpResponse<String> response = send(request("/v1/orders", anna).DELETE());

        assertThat(assertProblem(response, 405, "method-not-allowed")
                        .path("allowed")
                        .toString())
                .isEqualTo("[\"POST\"]");
        assertThat(response.headers().firstValue("Allow")).hasValue("POST");
    }

    @Test
    void a_wrong_content_type_is_415_and_names_the_right_ones() throws Exception {
        HttpResponse<String> response = send(request("/v1/orders", anna)
                .setHeader("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(ORDER)));

        assertThat(assertProblem(response, 415, "unsupported-media-type")
                        .path("allowed")
                        .toString())
                .contains("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"///", "no type at all", "application/json; charset="})
    void an_unreadable_content_type_is_415(String type) throws Exception {
        assertProblem(
                send(request("/v1/orders", anna).setHeader("Content-Type", type).POST(BodyPublishers.ofString(ORDER))),
                415,
                "unsupported-media-type");
    }

    @Test
    void nothing_acceptable_is_406() throws Exception {
        assertProblem(
                send(request("/v1/rows", anna).header("Accept", "image/png").GET()), 406, "not-acceptable");
        assertProblem(send(request("/v1/rows", anna).header("Accept", "no type").GET()), 406, "not-acceptable");
    }

    @Test
    void an_empty_body_is_400() throws Exception {
        assertProblem(post("/v1/orders", ""), 400, "body-unreadable");
        assertProblem(post("/v1/orders", "null"), 400, "body-unreadable");
    }

    @Test
    void bad_json_is_400_with_line_and_column() throws Exception {
        JsonNode problem = assertProblem(post("/v1/orders", "{\"title\": \"t\",\n  oops}"), 400, "bad-json");

        assertThat(problem.path("line").asInt()).isEqualTo(2);
        assertThat(problem.path("column").asInt()).isPositive();
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
        int status = post("/v1/orders", body).statusCode();

        assertThat(status).isBetween(400, 422);
    }

    @Test
    void trailing_tokens_are_refused() throws Exception {
        JsonNode problem = assertProblem(post("/v1/orders", ORDER + " {}"), 422, "wrong-type");

        assertThat(problem.path("detail").asString()).contains("railing");
    }

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
        JsonNode problem = assertProblem(post("/v1/orders", body), 422, "wrong-type");

        assertThat(problem.path("pointer").asString()).isEqualTo(pointer.replace("'", ""));
        assertThat(problem.path("detail").asString()).doesNotContain("dev.baton", "java.", "Feature");
    }

    @Test
    void an_unknown_field_is_422_and_the_known_ones_are_named() throws Exception {
        JsonNode problem =
                assertProblem(post("/v1/orders", ORDER.replace("}", ", \"titel\": \"t\"}")), 422, "unknown-field");

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
                "{\"title\": \"t\", \"pieces\": 1, \"colour\": \"RED\", \"due\": \"2026-01-01T00:00:00Z\", \"items\": [{\"name\": \"a\"}]} | /items/0/count"
            })
    void a_missing_field_is_422_and_pointed_to(String body, String pointer) throws Exception {
        assertThat(assertProblem(post("/v1/orders", body), 422, "missing-field")
                        .path("pointer")
                        .asString())
                .isEqualTo(pointer);
    }

    @Test
    void an_unknown_currency_is_422() throws Exception {
        String body = ORDER.replace("}", ", \"price\": {\"amount\": \"1\", \"currency\": \"XXQ\"}}");

        assertThat(assertProblem(post("/v1/orders", body), 422, "wrong-type")
                        .path("detail")
                        .asString())
                .contains("XXQ");
    }

    @Test
    void two_megabytes_are_413_announced_or_not() throws Exception {
        byte[] large = ORDER.replace("\"t\"", "\"" + "x".repeat(2 << 20) + "\"").getBytes(StandardCharsets.UTF_8);

        assertProblem(post("/v1/orders", BodyPublishers.ofByteArray(large)), 413, "body-too-large");
        assertProblem(
                post("/v1/orders", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                413,
                "body-too-large");
    }

    @Test
    void ndjson_is_read_line_by_line_beyond_the_limit_of_a_body() throws Exception {
        String body = "{\"a\": 1}\n\n" + "x".repeat(3 << 20) + "\n{\"b\": 2}\r\n\u00e9";
        byte[] bytes = body.getBytes(StandardCharsets.ISO_8859_1);

        HttpResponse<String> response = send(request("/v1/lines", anna)
                .setHeader("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(bytes)));

        assertThat(JSON.readTree(response.body()).toString())
                .isEqualTo("[\"1 {\\\"a\\\": 1}\",\"3 longer than 100\",\"4 {\\\"b\\\": 2}\\r\",\"5 not UTF-8\"]");
    }

    @Test
    void parameters_are_refused_as_problems() throws Exception {
        assertThat(assertProblem(get("/v1/colours/BLUE"), 400, "invalid-parameter")
                        .path("allowed")
                        .toString())
                .isEqualTo("[\"RED\",\"GREEN\"]");
        assertProblem(get("/v1/needs"), 400, "value-missing");
        assertProblem(get("/v1/rows?limit=0"), 400, "invalid-limit");
        assertProblem(get("/v1/rows?limit=1001"), 400, "invalid-limit");
        assertProblem(get("/v1/rows?limit=x"), 400, "invalid-limit");
        assertProblem(get("/v1/rows?after=*"), 400, "invalid-cursor");
        assertProblem(get("/v1/rows?after=YQ.YQ"), 400, "invalid-cursor");
    }

    @Test
    void refusals_and_contract_failures_are_told() throws Exception {
        assertThat(assertProblem(get("/v1/failures/refusal"), 409, "taken")
                        .path("allowed")
                        .toString())
                .isEqualTo("[\"wait\"]");
        assertThat(assertProblem(get("/v1/failures/malformed"), 422, "malformed-event")
                        .path("pointer")
                        .asString())
                .isEqualTo("/value/amount");
        assertProblem(get("/v1/failures/unknown-type"), 422, "unknown-event-type");
        assertProblem(get("/v1/failures/own"), 409, "own-words");
    }

    @Test
    void a_lost_database_is_503_and_worth_a_retry() throws Exception {
        HttpResponse<String> response = get("/v1/failures/database");

        assertProblem(response, 503, "store-unavailable");
        assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
    }

    @Test
    void a_fault_shows_an_error_id_and_nothing_of_the_inside() throws Exception {
        HttpResponse<String> response = get("/v1/failures/other");

        assertThat(assertProblem(response, 500, "internal-error")
                        .path("errorId")
                        .asString())
                .hasSize(36);
        assertThat(response.body()).doesNotContain("1234", "Exception");
    }

    @Test
    void a_fault_in_the_middle_of_an_answer_cuts_it_off() {
        assertThatThrownBy(() -> get("/v1/half")).isInstanceOf(IOException.class);
    }

    @Test
    void what_the_firewall_and_the_server_refuse_is_a_problem_too() throws Exception {
        assertProblem(get("/v1/a;b=c//d"), 400, "bad-request");
        assertThat(raw("GET /v1/{curly} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .contains("application/problem+json", "\"status\":400");
        assertThat(raw("TRACE /v1/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .contains("application/problem+json");
    }

    @Test
    void pages_lead_to_the_next_until_there_is_none() throws Exception {
        HttpResponse<String> first = get("/v1/rows?limit=2&total=3");
        JsonNode page = JSON.readTree(first.body());
        JsonNode last = JSON.readTree(
                get("/v1/rows?limit=2&total=3&after=" + page.path("next").asString())
                        .body());

        assertThat(first.headers().firstValue("Link"))
                .hasValueSatisfying(link -> assertThat(link)
                        .contains(
                                "limit=2",
                                "total=3",
                                "after=" + page.path("next").asString(),
                                "rel=\"next\""));
        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(last.path("items").size()).isEqualTo(1);
        assertThat(last.has("next")).isFalse();
    }

    @Test
    void rows_come_as_csv_or_ndjson_on_request() throws Exception {
        String csv = send(request("/v1/rows?total=2", anna)
                        .header("Accept", "text/csv")
                        .GET())
                .body();
        String empty = send(request("/v1/rows?total=0", anna)
                        .header("Accept", "text/csv")
                        .GET())
                .body();
        HttpResponse<String> lines = send(request("/v1/rows?total=2", anna)
                .header("Accept", "application/x-ndjson")
                .GET());

        assertThat(csv).isEqualTo("""
                        id,title,cell.amount,cell.currency,at\r
                        0,"a ""quoted"", title",10.50,EUR,1970-01-01T00:00:00Z\r
                        1,,10.50,EUR,1970-01-01T00:00:00Z\r
                        """);
        assertThat(empty).isEqualTo("id,title,cell.amount,cell.currency,at\r\n");
        assertThat(lines.body().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\""));
        assertThat(lines.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    }

    @Test
    void a_request_keeps_its_id_and_a_nameless_one_gets_one() throws Exception {
        String traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        assertThat(requestId(request("/v1/me", anna).header("X-Request-Id", "r-1")))
                .isEqualTo("r-1");
        assertThat(requestId(request("/v1/me", anna).header("X-Request-Id", "no good id")))
                .hasSize(36);
        assertThat(requestId(request("/v1/me", anna).header("traceparent", traceparent)))
                .isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(requestId(request("/v1/me", "none"))).hasSize(36);
    }

    private String requestId(HttpRequest.Builder request) throws Exception {
        return send(request.GET()).headers().firstValue("X-Request-Id").orElseThrow();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path, anna).GET());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return post(path, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return send(request(path, anna).POST(body));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json");
        return token.equals("none") ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("code").asString()).as(response.body()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
        return problem;
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
