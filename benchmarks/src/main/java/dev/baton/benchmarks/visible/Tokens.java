package dev.baton.benchmarks.visible;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Bearer tokens of the local issuer's clients, asked for again before they end.
public final class Tokens {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BEFORE_THE_END = Duration.ofSeconds(60);
    private static final String INTEGRATION = "integration";

    private final HttpClient http;
    private final Stack stack;
    private volatile Token integration = new Token("", Instant.EPOCH);

    private record Token(String value, Instant until) {}

    public Tokens(HttpClient http, Stack stack) {
        this.http = http;
        this.stack = stack;
    }

    /// Of the client that posts events.
    public String integration() throws IOException, InterruptedException {
        Token token = integration;
        if (Instant.now().isAfter(token.until())) {
            token = granted(INTEGRATION);
            integration = token;
        }
        return token.value();
    }

    String of(String client) throws IOException, InterruptedException {
        return granted(client).value();
    }

    private Token granted(String client) throws IOException, InterruptedException {
        String basic = URLEncoder.encode(client, StandardCharsets.UTF_8) + ":"
                + URLEncoder.encode(stack.clientSecret(client), StandardCharsets.UTF_8);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(stack.issuer() + "/oauth2/token"))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        JsonNode token = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IOException("the issuer answered " + answer.statusCode() + ": " + answer.body());
        }
        Duration life = Duration.ofSeconds(token.path("expires_in").asLong());
        return new Token(
                token.path("access_token").asString(), Instant.now().plus(life).minus(BEFORE_THE_END));
    }
}
