package dev.baton.cli.http;

import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bearer tokens by client credentials, kept until shortly before they expire.
public final class Tokens {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(60);
    private final HttpClient http;
    private final Landscape landscape;
    private final Map<String, Token> known = new ConcurrentHashMap<>();

    private record Token(String text, Instant until) {}

    public Tokens(HttpClient http, Landscape landscape) {
        this.http = http;
        this.landscape = landscape;
    }

    /// @throws IOException when the issuer cannot be reached, or refuses
    public String of(String client) throws IOException, InterruptedException {
        Token token = known.get(client);
        if (token == null || Instant.now().isAfter(token.until().minus(RENEWED_BEFORE))) {
            token = fetch(client);
            known.put(client, token);
        }
        return token.text();
    }

    public void forget(String client) {
        known.remove(client);
    }

    private Token fetch(String client) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(landscape.issuer() + "/oauth2/token"))
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Basic " + credentials(client))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("the issuer gives '" + client + "' no token: " + response.body());
        }
        JsonNode answer = JSON.readTree(response.body());
        Instant until = Instant.now().plusSeconds(answer.path("expires_in").asLong());
        return new Token(answer.path("access_token").asString(), until);
    }

    private String credentials(String client) throws IOException {
        String secret = landscape.secretOf(client).orElseThrow(() -> new IOException("no client '" + client + "'"));
        return Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }
}
