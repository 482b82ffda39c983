package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.web.edge.testing.TestTokens;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a person is told of their queue while it changes, and when that ends.
class QueueStreamTest {
    private static final String OFFICE = TestTokens.client("office", "members:write", "ops");

    private static Service service;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        service = new Service();
        relay = new RunningRelay(service);
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        relay.policy("asked", Map.of("acceptance", "PERSON"));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_queue_is_told_whole_and_then_as_it_changes() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "eve", 1000);
        String first = relay.qualified("asked", "eve");
        eventually().untilAsserted(() -> assertThat(queue("eve")).hasSize(1));
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("eve"), "eve")) {
            JsonNode snapshot = stream.next("snapshot");
            assertThat(snapshot.get("items").findValuesAsString("deal")).containsExactly(first);
            assertThat(snapshot.get("items").get(0).hasNonNull("due")).isTrue();

            String second = relay.qualified("asked", "eve");
            JsonNode put = stream.next("changes").get("put");
            assertThat(put.findValuesAsString("deal")).containsExactly(second);
            assertThat(put.get(0).get("kind").asString()).isEqualTo("OFFER");

            relay.accept("eve", first);
            List<String> kinds = new ArrayList<>();
            List<String> gone = new ArrayList<>();
            while (kinds.isEmpty()) {
                JsonNode change = stream.next("changes");
                kinds.addAll(change.get("put").findValuesAsString("kind"));
                change.get("gone").forEach(key -> gone.add(key.asString()));
            }
            assertThat(kinds).containsExactly("HELD");
            assertThat(gone).hasSize(1);
            assertThat(gone.getFirst()).startsWith("OFFER/");
        }
    }

    @Test
    void whoever_comes_back_is_told_all_of_it_again() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "ira", 1000);
        String deal = relay.qualified("asked", "ira");
        eventually().untilAsserted(() -> assertThat(queue("ira")).hasSize(1));
        String last;
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("ira"), "ira")) {
            stream.next("snapshot");
            last = stream.lastId();
        }
        relay.accept("ira", deal);
        eventually()
                .untilAsserted(() ->
                        assertThat(queue("ira").findValuesAsString("kind")).containsExactly("HELD"));
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("ira"), "ira", last)) {
            assertThat(stream.next("snapshot").get("items").findValuesAsString("kind"))
                    .containsExactly("HELD");
            assertThat(Long.parseLong(stream.lastId())).isGreaterThan(Long.parseLong(last));
        }
    }

    @Test
    void what_somebody_else_takes_away_is_gone() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "uma", 1000);
        String deal = relay.qualified("asked", "uma");
        eventually().untilAsserted(() -> assertThat(queue("uma")).hasSize(1));
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("uma"), "uma")) {
            stream.next("snapshot");
            service.tell(deal, DAY, new Closed(Outcome.LOST, null, "price", null));
            assertThat(stream.next("changes").get("gone")).hasSize(1);
        }
    }

    @Test
    void two_streams_of_one_queue_are_told_the_same() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "dana", 1000);
        try (QueueStream one = QueueStream.open(service, TestTokens.member("dana"), "dana");
                QueueStream other = QueueStream.open(service, OFFICE, "dana")) {
            one.next("snapshot");
            other.next("snapshot");
            String deal = relay.qualified("asked", "dana");
            assertThat(one.next("changes").get("put").findValuesAsString("deal"))
                    .containsExactly(deal);
            assertThat(other.next("changes").get("put").findValuesAsString("deal"))
                    .containsExactly(deal);
        }
    }

    @Test
    void a_stream_ends_when_the_person_leaves() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "leo", 0);
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("leo"), "leo")) {
            stream.next("snapshot");
            service.post(OFFICE, "/v1/members/leo/departure", Map.of());
            stream.next("departed");
            assertThat(stream.isOver()).isTrue();
        }
    }

    @Test
    void a_stream_ends_with_the_token_that_it_was_opened_with() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "kim", 0);
        try (QueueStream stream = QueueStream.open(service, TestTokens.goodFor(3, "kim"), "kim")) {
            stream.next("snapshot");
            stream.next("end");
            assertThat(stream.isOver()).isTrue();
        }
    }

    @Test
    void a_stream_ends_when_its_reader_may_not_see_the_queue_any_more() throws Exception {
        reportsTo("lara", "mona");
        try (QueueStream stream =
                QueueStream.open(service, TestTokens.person("mona", List.of("SALES_MANAGER")), "lara")) {
            stream.next("snapshot");
            reportsTo("lara", "max");
            stream.next("forbidden");
            assertThat(stream.isOver()).isTrue();
        }
    }

    private static void reportsTo(String member, String manager) {
        Service.Answer told = service.post(
                OFFICE,
                "/v1/members",
                Map.of("id", member, "name", member, "role", "ACCOUNT_EXECUTIVE", "capacity", 0, "manager", manager));
        assertThat(told.status()).as(told.body()).isIn(200, 201);
    }

    @Test
    void a_stream_ends_when_the_service_stops_and_does_not_hold_it_up() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "una", 1000);
        Service instance = service.another();
        try (QueueStream stream = QueueStream.open(instance, TestTokens.member("una", "ACCOUNT_EXECUTIVE"), "una")) {
            stream.next("snapshot");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(instance::stop, Thread::startVirtualThread);
            stream.next("end");
            assertThat(stream.isOver()).isTrue();
            stopped.get(Service.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    @Test
    void there_are_no_more_streams_of_a_queue_than_settings_say() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "pia", 0);
        List<QueueStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                QueueStream stream = QueueStream.open(service, OFFICE, "pia");
                stream.next("snapshot");
                open.add(stream);
            }
            assertThat(QueueStream.status(service, OFFICE, "pia")).isEqualTo(429);
        } finally {
            open.forEach(QueueStream::close);
        }
    }

    /// Whoever looks at the headers alone would else wait for half an hour, in one of the few places.
    @Test
    void only_the_headers_are_answered_at_once_and_take_no_place() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "hal", 0);
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> head = ask("HEAD", "hal", "text/event-stream");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        }
        assertThat(QueueStream.status(service, OFFICE, "hal")).isEqualTo(200);
        assertThat(ask("HEAD", "/v1/events", "text/event-stream").statusCode()).isEqualTo(200);
        assertThat(ask("HEAD", "/v1/events", "application/x-ndjson").statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_queue_is_not_given_as_is_said() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "ike", 0);
        HttpResponse<String> picture = ask("GET", "ike", "image/png");
        assertThat(picture.statusCode()).isEqualTo(406);
        assertThat(picture.body()).contains("\"allowed\"", "text/event-stream");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(ask("DELETE", "ike", "application/json").statusCode()).isEqualTo(405);
        HttpResponse<String> options = ask("OPTIONS", "ike", "*/*");
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD");
    }

    private static HttpResponse<String> ask(String method, String path, String accept) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        service.request(OFFICE, path.startsWith("/") ? path : "/v1/members/" + path + "/queue")
                                .timeout(Service.PATIENCE)
                                .header("Accept", accept)
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    private static JsonNode queue(String member) {
        return service.get(TestTokens.member(member), "/v1/members/" + member + "/queue")
                .json()
                .get("items");
    }
}
