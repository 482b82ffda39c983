package dev.baton.deal.parked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.deal.claim.ParkedEvent;
import dev.baton.deal.claim.ParkedEvents;
import dev.baton.deal.claim.ParkedEvents.GivenUp;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ParkingTest {
    private final Http http = House.http();
    private final String subject = Events.newSubject();
    private final String deal = DealIdentity.of("urn:crm", subject);

    @Test
    void an_event_of_an_unknown_deal_is_parked() {
        Http.Answer answer = http.structured(Events.won(subject));
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.json().path("status").asString()).isEqualTo("PARKED");
        assertThat(answer.json().path("dealId").asString()).isEqualTo(deal);
        assertThat(http.get("/v1/deals/" + deal).status()).isEqualTo(404);
    }

    @Test
    void a_repeat_of_a_parked_event_is_still_parked() {
        http.structured(Events.won(subject));
        assertThat(http.structured(Events.won(subject)).status()).isEqualTo(202);
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void another_body_under_the_id_of_a_parked_event_is_refused() {
        http.structured(Events.won(subject));
        String other = Events.event("closed", subject, "2026-01-09T12:00:01Z", "{\"outcome\": \"WON\"}");
        assertThat(http.structured(other).code()).isEqualTo("event-id-reused");
    }

    @Test
    void what_waits_is_applied_in_order_when_the_deal_has_moved() {
        http.structured(Events.event("handed-to-support", subject, "2026-01-10T12:00:00Z", "{}"));
        http.structured(Events.won(subject));
        http.structured(Events.leadQualified(subject));
        http.structured(Events.leadFound(subject));
        await().untilAsserted(() -> assertThat(state()).isEqualTo("Won"));
        await().untilAsserted(() -> assertThat(waiting()).isZero());
        assertThat(http.get("/v1/deals/" + deal).json().path("reached").propertyNames())
                .containsExactlyInAnyOrder("lead-found", "lead-qualified", "closed", "handed-to-support");
    }

    @Test
    void a_parked_event_answers_as_replayed_once_it_is_applied() {
        http.structured(Events.won(subject));
        http.structured(Events.leadFound(subject));
        await().untilAsserted(() -> assertThat(http.structured(Events.won(subject))
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("REPLAYED"));
    }

    @Test
    void a_skipped_predecessor_parks_its_own_deal_alone() {
        String other = Events.newSubject();
        http.structured(Events.leadFound(subject, "standard"));
        Http.Answer answer =
                http.ndjson(Events.won(subject) + "\n" + Events.leadFound(other) + "\n" + Events.won(other));
        assertThat(answer.body()
                        .lines()
                        .map(Http.JSON::readTree)
                        .map(line -> line.path("status").asString()))
                .containsExactly("PARKED", "APPLIED", "APPLIED");
    }

    @Test
    void what_contradicts_when_its_turn_comes_is_given_up_and_may_be_sent_again() {
        http.structured(Events.won(subject));
        http.structured(Events.event(
                "second", "closed", subject, "2026-01-09T12:00:00Z", "{\"outcome\": \"LOST\", \"reason\": \"PRICE\"}"));
        http.structured(Events.leadFound(subject));
        await().untilAsserted(() -> assertThat(givenUp()).isEqualTo("REFUSED"));
        assertThat(http.structured(Events.event(
                                "second",
                                "closed",
                                subject,
                                "2026-01-09T12:00:00Z",
                                "{\"outcome\": \"LOST\", \"reason\": \"PRICE\"}"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void what_waits_in_vain_is_given_up_visibly_and_may_be_sent_again() {
        http.structured(Events.won(subject));
        House.part(JdbcClient.class)
                .sql("update parked_event set expires_at = now() where deal_id = ?")
                .param(deal)
                .update();
        await().untilAsserted(() -> assertThat(givenUp()).isEqualTo("EXPIRED"));
        assertThat(House.part(ParkedEvents.class).countGivenUp()).isPositive();
        assertThat(http.structured(Events.won(subject)).status()).isEqualTo(202);
    }

    /// Two instances look at what has expired, or two look at one deal.
    @Test
    void whoever_gives_up_too_late_leaves_alone_what_was_sent_again() {
        ParkedEvents parked = House.part(ParkedEvents.class);
        http.structured(Events.won(subject));
        ParkedEvent seen = parked.of(deal).getFirst();
        parked.giveUp(seen, GivenUp.EXPIRED, "waited in vain");
        assertThat(http.structured(Events.won(subject)).status()).isEqualTo(202);

        parked.giveUp(seen, GivenUp.EXPIRED, "waited in vain");

        assertThat(http.structured(Events.won(subject)).status()).isEqualTo(202);
        assertThat(waiting()).isEqualTo(1);
        http.structured(Events.leadFound(subject));
        await().untilAsserted(() -> assertThat(state()).isEqualTo("Won"));
        assertThat(waiting()).isZero();
    }

    @Test
    void a_deal_without_a_pipeline_yet_waits_a_week() {
        http.structured(Events.won(subject));
        Instant until = House.part(JdbcClient.class)
                .sql("select expires_at from parked_event where deal_id = ?")
                .param(deal)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
        assertThat(until)
                .isBetween(
                        Instant.now().plus(Duration.ofHours(167)), Instant.now().plus(Duration.ofDays(7)));
    }

    @Test
    void what_waits_at_a_start_is_looked_at() {
        String database = House.newDatabase();
        try (var service = House.openOn(database)) {
            House.http(service).structured(Events.won(subject));
            House.http(service).structured(Events.leadFound(Events.newSubject()));
        }
        try (var service = House.openOn(database)) {
            var jdbc = service.getBean(JdbcClient.class);
            assertThat(jdbc.sql("select count(*) from parked_event")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            House.http(service).structured(Events.leadFound(subject));
            await().untilAsserted(() -> assertThat(jdbc.sql("select count(*) from parked_event")
                            .query(Long.class)
                            .single())
                    .isZero());
        }
    }

    private String state() {
        return http.get("/v1/deals/" + deal).json().path("state").asString();
    }

    private long waiting() {
        return House.part(JdbcClient.class)
                .sql("select count(*) from parked_event where deal_id = ?")
                .param(deal)
                .query(Long.class)
                .single();
    }

    private String givenUp() {
        return House.part(JdbcClient.class)
                .sql("select cause from given_up_event where deal_id = ?")
                .param(deal)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
