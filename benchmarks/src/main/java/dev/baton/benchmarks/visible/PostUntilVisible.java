package dev.baton.benchmarks.visible;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Baton from outside: a lead posted to deal-service until projections-service answers with the deal.
final class PostUntilVisible implements Contender {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String deals;
    private final String reports;
    private final String integration;
    private final String analyst;

    PostUntilVisible(Stack stack) throws IOException, InterruptedException {
        deals = stack.url("deal-service");
        reports = stack.url("projections-service");
        Tokens tokens = new Tokens(http, stack);
        integration = tokens.of("integration");
        analyst = tokens.of("analyst");
    }

    @Override
    public String name() {
        return "Baton, POST until visible";
    }

    @Override
    public void once() throws Exception {
        String deal = post(Events.leadFound(UUID.randomUUID()));
        HttpRequest ask = HttpRequest.newBuilder(URI.create(reports + "/v1/deals/" + deal))
                .header("Authorization", "Bearer " + analyst)
                .build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (http.send(ask, BodyHandlers.discarding()).statusCode() != 200) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("deal " + deal + " did not become visible in " + PATIENCE);
            }
        }
    }

    private String post(String event) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(deals + "/v1/deal-events"))
                        .header("Authorization", "Bearer " + integration)
                        .header("Content-Type", "application/cloudevents+json")
                        .POST(BodyPublishers.ofString(event))
                        .build(),
                BodyHandlers.ofString());
        JsonNode result = JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("deal-service answered " + answer.statusCode() + ": " + answer.body());
        }
        return result.path("dealId").asString();
    }

    @Override
    public void close() {
        http.close();
    }
}
