package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_SPECIALIST;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Feedback and market notes over HTTP.
class CounselEndToEndTest {
    private static final String MIA = TestTokens.member("mia", "SALES_MANAGER");
    private static final String MAX = TestTokens.member("max", "SALES_MANAGER");
    private static final String ANNA = TestTokens.member("anna", "ACCOUNT_EXECUTIVE");
    private static final String BOB = TestTokens.member("bob", "ACCOUNT_EXECUTIVE");
    private static final String NOOR = TestTokens.member("noor", "SALES_SPECIALIST");
    private static final String OFFICE = TestTokens.client("test", "members:write", "deals:read", "ops");

    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_MANAGER, "mia", 10);
        service.join(SALES_MANAGER, "max", 10);
        service.join(ACCOUNT_EXECUTIVE, "bob", 10);
        service.join(SALES_SPECIALIST, "noor", 0);
        Map<String, Object> anna =
                Map.of("id", "anna", "name", "Anna", "role", "ACCOUNT_EXECUTIVE", "capacity", 10, "manager", "mia");
        assertThat(service.post(OFFICE, "/v1/members", anna).status()).isEqualTo(201);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void feedback_is_tied_to_an_event_and_read_by_whom_it_concerns() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("East", null, null));
        String event = event(deal);
        Map<String, Object> praise = feedback(event, "well asked");

        assertThat(service.post(MIA, "/v1/feedback", praise).status()).isEqualTo(201);
        assertThat(service.post(MIA, "/v1/feedback", praise).status()).isEqualTo(201);

        JsonNode own = service.get(ANNA, "/v1/feedback").json().get("items");
        assertThat(own).hasSize(1);
        assertThat(own.get(0).get("event").asString()).isEqualTo(event);
        assertThat(own.get(0).get("eventType").asString()).isEqualTo("baton.deal.lead-found.v1");
        assertThat(own.get(0).get("deal").asString()).isEqualTo(deal);
        assertThat(own.get(0).get("givenBy").asString()).isEqualTo("mia");
        assertThat(items(MIA, "/v1/feedback?member=anna")).isEqualTo(1);
        assertThat(items(OFFICE, "/v1/feedback?deal=" + deal)).isEqualTo(1);
        assertThat(items(BOB, "/v1/feedback")).isZero();
        assertThat(code(service.get(BOB, "/v1/feedback?member=anna"), 403)).isEqualTo("feedback-of-another");
        assertThat(code(service.get(MAX, "/v1/feedback?member=anna"), 403)).isEqualTo("feedback-of-another");
    }

    @Test
    void feedback_on_nothing_or_of_nobody_who_may_is_refused_and_leaves_nothing() {
        String unheardOf = UUID.randomUUID().toString();
        assertThat(code(service.post(MIA, "/v1/feedback", feedback(unheardOf, "on nothing")), 422))
                .isEqualTo("event-unknown");
        assertThat(code(service.post(BOB, "/v1/feedback", feedback(unheardOf, "from a colleague")), 403))
                .isEqualTo("role-required");
        assertThat(service.post(MIA, "/v1/feedback", Map.of("member", "anna")).status())
                .isEqualTo(422);
        assertThat(service.sql()
                        .queryForObject(
                                "select count(*) from feedback where text in ('on nothing', 'from a colleague')",
                                Integer.class))
                .isZero();
    }

    @Test
    void a_specialists_note_is_found_by_product_and_territory_in_its_newest_version() {
        publish("Rivals", "they give 8 %", List.of("GTX Pro"), List.of("East"));
        publish("Rivals", "they give 10 %", List.of("GTX Pro"), List.of("East"));
        String id = publish("Rivals", "they give 10 %", List.of("GTX Pro"), List.of("East"));
        publish("Holidays", "nobody buys in August", null, null);

        assertThat(titles("/v1/market-notes?product=GTX%20Pro&territory=East")).containsExactly("Holidays", "Rivals");
        assertThat(titles("/v1/market-notes?product=MG%20Special")).containsExactly("Holidays");
        assertThat(titles("/v1/market-notes?limit=1")).containsExactly("Holidays");
        JsonNode versions = service.get(ANNA, "/v1/market-notes/" + id).json();
        assertThat(versions.findValuesAsString("text")).containsExactly("they give 10 %", "they give 8 %");
        assertThat(versions.findValuesAsString("version")).containsExactly("2", "1");
        assertThat(code(service.post(ANNA, "/v1/market-notes", Map.of("title", "x", "text", "y")), 403))
                .isEqualTo("role-required");
        assertThat(code(service.get(ANNA, "/v1/market-notes/none"), 404)).isEqualTo("market-note-unknown");
    }

    private static Map<String, Object> feedback(String event, String text) {
        return Map.of("member", "anna", "role", "ACCOUNT_EXECUTIVE", "event", event, "kind", "PRAISE", "text", text);
    }

    private static String publish(
            String title, String text, @Nullable List<String> products, @Nullable List<String> territories) {
        Map<String, Object> note = new java.util.HashMap<>(Map.of("title", title, "text", text));
        if (products != null && territories != null) {
            note.putAll(Map.of("products", products, "territories", territories));
        }
        Service.Answer answer = service.post(NOOR, "/v1/market-notes", note);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("id").asString();
    }

    private static List<String> titles(String path) {
        return service.get(ANNA, path).json().get("items").findValuesAsString("title");
    }

    private static int items(String who, String path) {
        return service.get(who, path).json().get("items").size();
    }

    private static String code(Service.Answer answer, int status) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer.json().get("code").asString();
    }

    /// Of the deal's first event, once it has been taken in.
    private static String event(String deal) {
        eventually()
                .untilAsserted(() -> assertThat(service.sql()
                                .queryForList(
                                        "select event_id from event where stream_id = ?", UUID.class, "deal/" + deal))
                        .isNotEmpty());
        return service.sql()
                .queryForObject(
                        "select event_id::text from event where stream_id = ? order by sequence limit 1",
                        String.class,
                        "deal/" + deal);
    }
}
