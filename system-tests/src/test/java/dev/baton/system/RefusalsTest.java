package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.edge.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// What the front door refuses, it refuses with a reason and without a trace.
@Tag("system")
@Order(3)
@ExtendWith(RunningBaton.class)
class RefusalsTest {
    private static final Map<Baton, EventLog> LOGS = new ConcurrentHashMap<>();
    private static final String EVENTS = "/v1/deal-events";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("unfitEvents")
    void an_unfit_event_is_refused_and_nothing_is_stored(String what, int status, String body, Baton baton) {
        assertRefused(baton, status, deals(baton), EVENTS, body, LeadFound.CLOUD_EVENT);
    }

    static Stream<Arguments> unfitEvents() {
        LeadFound good = LeadFound.good();
        String tomorrowAndMore = Instant.now().plus(Duration.ofDays(30)).toString();
        return Stream.of(
                Arguments.of("bad JSON", 400, good.json().replaceFirst(",", ",,")),
                Arguments.of("half a body", 400, good.json().substring(0, 100)),
                Arguments.of("no body", 400, ""),
                Arguments.of(
                        "wrong type of a field", 422, good.data("title", "7").json()),
                Arguments.of("wrong type of data", 422, good.data("value", "[]").json()),
                Arguments.of("unknown field", 422, good.data("titel", "\"x\"").json()),
                Arguments.of("missing field", 422, good.withoutData("title").json()),
                Arguments.of("missing time", 422, good.without("time").json()),
                Arguments.of("missing id", 422, good.without("id").json()),
                Arguments.of(
                        "negative amount",
                        422,
                        good.data("value", money("-1.00", "USD")).json()),
                Arguments.of(
                        "too many decimals",
                        422,
                        good.data("value", money("1.005", "USD")).json()),
                Arguments.of(
                        "unknown currency",
                        422,
                        good.data("value", money("1.00", "XXQ")).json()),
                Arguments.of(
                        "unknown pipeline",
                        422,
                        good.data("pipeline", "\"waterfall\"").json()),
                Arguments.of(
                        "unknown event type",
                        422,
                        good.attribute("type", "baton.deal.eaten.v1").json()),
                Arguments.of(
                        "time far in the future",
                        422,
                        good.attribute("time", tomorrowAndMore).json()),
                Arguments.of(
                        "time that is none",
                        422,
                        good.attribute("time", "yesterday").json()),
                Arguments.of(
                        "2 MB title",
                        413,
                        good.data("title", "\"" + "x".repeat(2 << 20) + "\"").json()));
    }

    @Test
    void a_wrong_content_type_is_refused(Baton baton) {
        assertRefused(baton, 415, deals(baton), EVENTS, LeadFound.good().json(), "text/plain");
    }

    @Test
    void an_unknown_path_is_refused(Baton baton) {
        assertRefused(
                baton, 404, deals(baton), "/v1/deal-evnts", LeadFound.good().json(), LeadFound.CLOUD_EVENT);
    }

    @ParameterizedTest
    @MethodSource("strangers")
    void strangers_are_refused(String token, Baton baton) {
        assertRefused(
                baton, 401, deals(baton).as(token), EVENTS, LeadFound.good().json(), LeadFound.CLOUD_EVENT);
    }

    static Stream<String> strangers() {
        return Stream.of("", "nonsense", TestTokens.client("crm", "events:write"), TestTokens.foreign("anna"));
    }

    @Test
    void the_same_post_twice_has_one_effect_and_the_same_answer(Baton baton) {
        LeadFound lead = LeadFound.good();

        JsonNode first = post(baton, lead).json();
        long stored = log(baton).size();
        JsonNode again = post(baton, lead).json();

        assertThat(result(first).path("status").asString()).isEqualTo("APPLIED");
        assertThat(result(again).path("status").asString()).isEqualTo("REPLAYED");
        assertThat(result(again).path("dealId")).isEqualTo(result(first).path("dealId"));
        assertThat(result(again).path("sequence")).isEqualTo(result(first).path("sequence"));
        assertThat(log(baton).size()).isEqualTo(stored);
    }

    @Test
    void the_same_id_with_another_body_is_a_conflict(Baton baton) {
        LeadFound lead = LeadFound.good();
        post(baton, lead).json();

        assertRefused(
                baton, 409, deals(baton), EVENTS, lead.data("title", "\"Else\"").json(), LeadFound.CLOUD_EVENT);
    }

    @Test
    void what_was_refused_has_claimed_nothing(Baton baton) {
        LeadFound lead = LeadFound.good();
        assertThat(post(baton, lead.data("pipeline", "\"waterfall\"")).status()).isEqualTo(422);

        assertThat(result(post(baton, lead).json()).path("status").asString()).isEqualTo("APPLIED");
    }

    private static void assertRefused(Baton baton, int status, Api as, String path, String body, String type) {
        EventLog log = log(baton);
        long before = log.size();

        Api.Reply reply = as.post(path, body, Map.of("Content-Type", type));

        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        assertThat(reply.problem().path("code").asString()).isNotEmpty();
        assertThat(reply.problem().path("status").asInt()).isEqualTo(status);
        assertThat(log.size()).as("events stored").isEqualTo(before);
    }

    private static Api.Reply post(Baton baton, LeadFound lead) {
        return deals(baton).post(EVENTS, lead.json(), Map.of("Content-Type", LeadFound.CLOUD_EVENT));
    }

    /// One event alone may be answered by its result, or by a list of one.
    private static JsonNode result(JsonNode answer) {
        return answer.isArray() ? answer.path(0) : answer;
    }

    private static Api deals(Baton baton) {
        return baton.service("deal-service", "integration");
    }

    private static EventLog log(Baton baton) {
        return LOGS.computeIfAbsent(baton, EventLog::ofDeals);
    }

    private static String money(String amount, String currency) {
        return "{\"amount\": \"%s\", \"currency\": \"%s\"}".formatted(amount, currency);
    }
}
