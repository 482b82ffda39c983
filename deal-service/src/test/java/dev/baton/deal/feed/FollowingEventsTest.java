package dev.baton.deal.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.kafka.feed.FeedController;
import dev.baton.axon.postgres.EventLog;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.web.edge.testing.TestTokens;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

class FollowingEventsTest {
    private final Http http = House.http();
    private final String subject = Events.newSubject();
    private final String deal = DealIdentity.of("urn:crm", subject);

    @Test
    void the_feed_has_every_event_as_a_structured_cloud_event() {
        long before = House.part(EventLog.class).lastPosition();
        http.ndjson(Events.leadFound(subject) + "\n" + Events.won(subject));
        List<JsonNode> lines = lines("/v1/events?after=" + before).stream()
                .filter(line -> line.path("subject").asString().equals(deal))
                .toList();
        assertThat(lines)
                .extracting(line -> line.path("type").asString())
                .containsExactly("baton.deal.lead-found.v1", "baton.deal.closed.v1");
        JsonNode closed = lines.getLast();
        assertThat(closed.path("specversion").asString()).isEqualTo("1.0");
        assertThat(closed.path("sequence").asString()).isEqualTo("1");
        assertThat(closed.path("originid").asString()).isEqualTo("closed-" + subject);
        assertThat(closed.path("data").path("outcome").asString()).isEqualTo("WON");
        assertThat(closed.path("position").asLong()).isGreaterThan(before);
    }

    @Test
    void without_a_limit_the_feed_goes_to_the_end_and_with_one_it_stops_there() {
        http.ndjson(Events.leadFound(subject) + "\n" + Events.won(subject));
        long last = House.part(EventLog.class).lastPosition();
        assertThat(lines("/v1/events")).hasSizeGreaterThanOrEqualTo((int) last);
        List<JsonNode> two = lines("/v1/events?after=" + (last - 2) + "&limit=1");
        assertThat(two)
                .singleElement()
                .satisfies(line -> assertThat(line.path("position").asLong()).isEqualTo(last - 1));
        assertThat(lines("/v1/events?limit=0")).isEmpty();
    }

    @Test
    void a_strange_place_is_refused() {
        assertThat(http.get("/v1/events?after=-1").code()).isEqualTo("invalid-parameter");
        assertThat(http.get("/v1/events?after=x").code()).isEqualTo("invalid-parameter");
    }

    @Test
    void what_happens_is_seen_live() throws Exception {
        long before = House.part(EventLog.class).lastPosition();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> response = client.send(
                    http.request("/v1/events?after=" + before, "Accept", "text/event-stream")
                            .GET()
                            .build(),
                    BodyHandlers.ofLines());
            http.structured(Events.leadFound(subject));
            try (Stream<String> lines = response.body()) {
                String data =
                        lines.filter(line -> line.contains(deal)).findFirst().orElseThrow();
                assertThat(data).startsWith("data: {\"position\":");
            }
            client.shutdownNow();
        }
    }

    @Test
    void a_stream_ends_with_the_token_that_it_was_asked_for_with() throws Exception {
        long before = House.part(EventLog.class).lastPosition();
        Http brief = http.as(TestTokens.goodFor(3, "anna"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> response = client.send(
                    brief.request("/v1/events?after=" + before, "Accept", "text/event-stream")
                            .GET()
                            .build(),
                    BodyHandlers.ofLines());
            try (Stream<String> lines = response.body()) {
                List<String> all = lines.filter(line -> !line.isEmpty()).toList();
                assertThat(all.subList(all.size() - 2, all.size())).containsExactly("event: end", "data: {}");
            }
        }
    }

    @Test
    void a_stream_ends_when_its_time_is_over_or_the_service_stops() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            try (ConfigurableApplicationContext service = House.open("--baton.feed.longest=1s")) {
                assertThat(follow(client, service).body()).endsWith("event: end\ndata: {}\n\n");
            }
            ConfigurableApplicationContext service = House.open("--baton.feed.heartbeat=500ms");
            CompletableFuture<HttpResponse<String>> answer =
                    CompletableFuture.supplyAsync(() -> follow(client, service));
            service.getBean(FeedController.class).end();
            assertThat(answer.get().body()).endsWith("event: end\ndata: {}\n\n");
            service.close();
        }
    }

    private static HttpResponse<String> follow(HttpClient client, ConfigurableApplicationContext service) {
        try {
            return client.send(
                    House.http(service)
                            .request("/v1/events", "Accept", "text/event-stream")
                            .GET()
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<JsonNode> lines(String path) {
        Http.Answer answer = http.get(path);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        return answer.body().lines().map(Http.JSON::readTree).toList();
    }
}
