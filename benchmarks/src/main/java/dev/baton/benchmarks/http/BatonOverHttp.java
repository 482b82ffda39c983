package dev.baton.benchmarks.http;

import dev.baton.benchmarks.visible.Stack;
import dev.baton.benchmarks.visible.Tokens;
import dev.baton.benchmarks.work.AppendContender;
import dev.baton.benchmarks.work.Milestone;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.Request;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every request posts the next milestone of a deal to `/v1/deal-events`: token verified, claimed, decided, appended
/// with its claim in one commit, answered; and published to Kafka meanwhile, as ever.
public final class BatonOverHttp implements AppendContender {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SOURCE = "bench";
    private static final String VALUE = "{\"amount\":\"4821.00\",\"currency\":\"USD\"}";
    private static final String NEED =
            "A faster press line before the spring season, ".repeat(6).strip();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, Deal> deals = new ConcurrentHashMap<>();
    private final DealService service;
    private final Tokens tokens;

    public BatonOverHttp(Place place) throws Exception {
        Stack ground = Stack.of(Objects.requireNonNull(place.ground(), "it needs Kafka and an issuer"));
        service = DealService.start(place, ground);
        tokens = new Tokens(http, ground);
    }

    @Override
    public long advance(Request request) throws Exception {
        Deal deal = deals.computeIfAbsent(request.deal(), ignored -> new Deal());
        deal.turn.lock();
        try {
            long sequence = post(request, deal.milestones);
            deal.milestones++;
            return sequence;
        } finally {
            deal.turn.unlock();
        }
    }

    private long post(Request request, long milestones) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(service.url() + "/v1/deal-events"))
                        .header("Authorization", "Bearer " + tokens.integration())
                        .header("Content-Type", "application/cloudevents+json")
                        .POST(BodyPublishers.ofString(event(request, milestones)))
                        .build(),
                BodyHandlers.ofString());
        JsonNode result = JSON.readTree(answer.body());
        if (answer.statusCode() != 200 || !result.path("status").asString("").equals("APPLIED")) {
            throw new IOException("answered " + answer.statusCode() + ": " + answer.body());
        }
        return result.path("sequence").asLong();
    }

    /// A deal of the run goes on after its close as the next one under another subject.
    private static String event(Request request, long milestones) {
        String subject = request.deal() + "/" + milestones / Milestone.EACH;
        int step = (int) (milestones % Milestone.EACH);
        return "{\"specversion\":\"1.0\",\"id\":\"" + SOURCE + "/" + request.number() + "\",\"source\":\"" + SOURCE
                + "\",\"subject\":\"" + subject + "\",\"type\":\"" + Milestone.type(step) + "\",\"time\":\""
                + Instant.now() + "\",\"data\":" + data(step) + "}";
    }

    private static String data(int step) {
        return switch (step) {
            case 0 -> """
                    {"pipeline":"milestones","title":"Twelve presses for Isdom","territory":"Central","channel":"WEB",\
                    "customer":{"id":"isdom","name":"Isdom"},"need":"%s","value":%s}""".formatted(NEED, VALUE);
            case 1 -> """
                    {"value":%s,"requestedHolder":{"role":"ACCOUNT_EXECUTIVE","member":"darcel-schlecht"}}""".formatted(VALUE);
            case 2 -> """
                    {"value":%s,"expectedClose":"2026-12-11"}""".formatted(VALUE);
            default -> """
                    {"outcome":"WON","value":%s}""".formatted(VALUE);
        };
    }

    @Override
    public void close() throws Exception {
        service.close();
        http.close();
    }

    private static final class Deal {
        private final ReentrantLock turn = new ReentrantLock();
        private long milestones;
    }
}
