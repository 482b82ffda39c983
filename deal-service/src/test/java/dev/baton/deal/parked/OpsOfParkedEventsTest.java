package dev.baton.deal.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.deal.claim.ParkedEvents;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.web.edge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class OpsOfParkedEventsTest {
    private static final String PATH = "/ops/parked-events";

    private final Http crm = House.http();
    private final Http ops = House.http().as(TestTokens.client("operator", "ops"));
    private final String subject = Events.newSubject();
    private final String deal = DealIdentity.of("urn:crm", subject);

    @Test
    void an_event_that_waits_is_listed_with_what_it_waits_for() {
        crm.structured(Events.won(subject));
        JsonNode event = listed("WAITING");
        assertThat(event.path("source").asString()).isEqualTo("urn:crm");
        assertThat(event.path("type").asString()).isEqualTo("baton.deal.closed.v1");
        assertThat(event.path("actor").asString()).isEqualTo("crm");
        assertThat(event.path("awaits").asString()).isNotEmpty();
        assertThat(event.path("expiresAt").asString())
                .isGreaterThan(event.path("since").asString());
        assertThat(event.path("problem").asString("")).isEmpty();
    }

    @Test
    void a_retry_of_what_is_still_too_early_leaves_it_waiting() {
        crm.structured(Events.won(subject));
        assertThat(retry(number("WAITING")).json().path("state").asString()).isEqualTo("WAITING");
    }

    @Test
    void what_expired_is_applied_by_a_retry_once_its_deal_is_there() {
        long number = expired();
        crm.structured(Events.leadFound(subject));
        assertThat(retry(number).json().path("state").asString()).isEqualTo("APPLIED");
        assertThat(crm.get("/v1/deals/" + deal).json().path("state").asString()).isEqualTo("Won");
        assertThat(crm.structured(Events.won(subject)).json().path("status").asString())
                .isEqualTo("REPLAYED");
        assertThat(retry(number).status()).isEqualTo(404);
    }

    @Test
    void what_expired_waits_again_in_its_old_place_when_it_is_still_too_early() {
        long number = expired();
        assertThat(retry(number).json().path("state").asString()).isEqualTo("WAITING");
        assertThat(number("WAITING")).isEqualTo(number);
        crm.structured(Events.leadFound(subject));
        await().untilAsserted(() -> assertThat(
                        crm.get("/v1/deals/" + deal).json().path("state").asString())
                .isEqualTo("Won"));
    }

    @Test
    void what_is_refused_again_says_why() {
        crm.structured(Events.won(subject));
        crm.structured(Events.event(
                "second", "closed", subject, "2026-01-09T12:00:00Z", "{\"outcome\": \"LOST\", \"reason\": \"PRICE\"}"));
        crm.structured(Events.leadFound(subject));
        await().until(() -> !listed("REFUSED").isMissingNode());
        JsonNode again = retry(number("REFUSED")).json();
        assertThat(again.path("state").asString()).isEqualTo("REFUSED");
        assertThat(again.path("problem").asString()).isNotEmpty();
    }

    @Test
    void what_was_sent_again_meanwhile_is_not_retried_but_discarded() {
        long number = expired();
        crm.structured(Events.won(subject));
        assertThat(retry(number).status()).isEqualTo(409);
        assertThat(retry(number).code()).isEqualTo("sent-again");
        assertThat(discard(number).status()).isEqualTo(204);
    }

    @Test
    void what_is_discarded_is_settled_and_stays_on_record() {
        long number = expired();
        long before = House.part(ParkedEvents.class).countGivenUp();
        assertThat(discard(number).status()).isEqualTo(204);
        assertThat(discard(number).status()).isEqualTo(204);
        assertThat(listed("EXPIRED").isMissingNode()).isTrue();
        assertThat(listed("DISCARDED").path("discardedBy").asString()).isEqualTo("operator");
        assertThat(House.part(ParkedEvents.class).countGivenUp()).isEqualTo(before - 1);
    }

    @Test
    void what_still_waits_is_not_discarded() {
        crm.structured(Events.won(subject));
        Http.Answer answer = discard(number("WAITING"));
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("still-waiting");
    }

    @Test
    void pages_follow_each_other_in_the_order_of_arrival() {
        crm.structured(Events.won(subject));
        crm.structured(Events.event("handed-to-support", subject, "2026-01-10T12:00:00Z", "{}"));
        long first = number("WAITING");
        JsonNode page = ops.get(PATH + "?limit=1&after=" + cursor(first - 1)).json();
        assertThat(page.at("/items/0/number").asLong()).isEqualTo(first);
        JsonNode next =
                ops.get(PATH + "?limit=1&after=" + page.path("next").asString()).json();
        assertThat(next.at("/items/0/number").asLong()).isGreaterThan(first);
    }

    @Test
    void whoever_is_no_operator_is_refused() {
        assertThat(crm.get(PATH).status()).isEqualTo(403);
        assertThat(crm.command(PATH + "/1/retry", "").status()).isEqualTo(403);
        assertThat(crm.command(PATH + "/1/discard", "").code()).isEqualTo("scope-required");
    }

    @Test
    void what_is_not_parked_and_what_is_no_state_are_problems() {
        assertThat(retry(Long.MAX_VALUE).code()).isEqualTo("unknown-parked-event");
        assertThat(discard(Long.MAX_VALUE).status()).isEqualTo(404);
        Http.Answer noState = ops.get(PATH + "?state=LOST");
        assertThat(noState.status()).isEqualTo(400);
        assertThat(noState.header("Content-Type")).startsWith("application/problem+json");
        assertThat(ops.get(PATH + "?after=" + java.util.Base64.getUrlEncoder().encodeToString("x".getBytes()))
                        .code())
                .isEqualTo("invalid-cursor");
    }

    private long expired() {
        crm.structured(Events.won(subject));
        House.part(JdbcClient.class)
                .sql("update parked_event set expires_at = now() where deal_id = ?")
                .param(deal)
                .update();
        await().until(() -> !listed("EXPIRED").isMissingNode());
        return number("EXPIRED");
    }

    private long number(String state) {
        return listed(state).path("number").asLong();
    }

    /// The first of this test's deal.
    private JsonNode listed(String state) {
        return ops.get(PATH + "?limit=1000&state=" + state)
                .json()
                .path("items")
                .valueStream()
                .filter(event -> event.path("dealId").asString().equals(deal))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    private static String cursor(long number) {
        return java.util.Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.valueOf(number).getBytes());
    }

    private Http.Answer retry(long number) {
        return ops.command(PATH + "/" + number + "/retry", "");
    }

    private Http.Answer discard(long number) {
        return ops.command(PATH + "/" + number + "/discard", "");
    }
}
