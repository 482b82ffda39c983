package dev.baton.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.edge.testing.TestTokens;
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
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Anna, an account executive, as a caller.
@Component
class EdgeClient {
    static final JsonMapper JSON = new JsonMapper();
    static final String ANNA = TestTokens.member("anna", "ACCOUNT_EXECUTIVE");
    static final String ORDER = """
            {"title": "t", "pieces": 1, "colour": "RED", "due": "2026-01-01T00:00:00Z"}""";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Environment environment;

    EdgeClient(Environment environment) {
        this.environment = environment;
    }

    HttpResponse<String> get(String path) throws Exception {
        return send(request(path, ANNA).GET());
    }

    HttpResponse<String> post(String path, String body) throws Exception {
        return post(path, BodyPublishers.ofString(body));
    }

    HttpResponse<String> post(String path, BodyPublisher body) throws Exception {
        return send(request(path, ANNA).POST(body));
    }

    /// @param token `none` for nobody
    HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .header("Content-Type", "application/json");
        return token.equals("none") ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    String requestId(HttpRequest.Builder request) throws Exception {
        return send(request.GET()).headers().firstValue("X-Request-Id").orElseThrow();
    }

    /// Bytes that no HTTP client would send.
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(response.body());
        assertThat(problem.path("code").asString()).as(response.body()).isEqualTo(code);
        assertThat(problem.path("type").asString()).isEqualTo("/problems/" + code);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("title").asString()).isNotEmpty();
        return problem;
    }

    private int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }
}
