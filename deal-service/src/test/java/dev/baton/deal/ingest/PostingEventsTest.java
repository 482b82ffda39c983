package dev.baton.deal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.StreamId;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class PostingEventsTest {
    private static final String LEAD = "{\"pipeline\": \"milestones\", \"title\": \"Bikes\"}";

    private final Http http = House.http();
    private final String subject = Events.newSubject();
    private final String deal = DealIdentity.of("urn:crm", subject);

    @Test
    void a_structured_event_is_applied() {
        JsonNode result = http.structured(Events.leadFound(subject)).json();
        assertThat(result.path("status").asString()).isEqualTo("APPLIED");
        assertThat(result.path("dealId").asString()).isEqualTo(deal);
        assertThat(result.path("sequence").asLong()).isZero();
        assertThat(result.path("id").asString()).isEqualTo("lead-found-" + subject);
    }

    @Test
    void a_binary_event_is_applied() {
        Http.Answer answer = binary(LEAD);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("status").asString()).isEqualTo("APPLIED");
        assertThat(stored().getFirst().envelope().extensions()).containsEntry("campaign", "Grüne Woche");
    }

    @Test
    void the_mode_does_not_matter_for_a_repeat() {
        binary(LEAD);
        Http.Answer again =
                http.structured(Events.event("b-" + subject, "lead-found", subject, "2026-01-05T13:00:00+01:00", LEAD));
        assertThat(again.json().path("status").asString()).isEqualTo("REPLAYED");
    }

    @Test
    void a_batch_has_a_result_for_each_item() {
        JsonNode results = http.batch(
                        "[" + Events.leadFound(subject) + "," + Events.leadQualified(subject) + ", {\"id\": \"x\"}]")
                .json();
        assertThat(results.get(0).path("status").asString()).isEqualTo("APPLIED");
        assertThat(results.get(1).path("status").asString()).isEqualTo("APPLIED");
        assertThat(results.get(1).path("index").asInt()).isEqualTo(1);
        assertThat(results.get(2).path("status").asString()).isEqualTo("REJECTED");
        assertThat(results.get(2).path("id").asString()).isEqualTo("x");
        assertThat(results.get(2).path("problem").path("code").asString()).isEqualTo("missing-field");
    }

    @Test
    void ndjson_has_a_line_for_each_line() {
        Http.Answer answer = http.ndjson(Events.leadFound(subject) + "\nnonsense\n\n" + Events.won(subject) + "\n");
        List<JsonNode> lines = answer.body().lines().map(Http.JSON::readTree).toList();
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(lines)
                .extracting(line -> line.path("status").asString())
                .containsExactly("APPLIED", "REJECTED", "APPLIED");
        assertThat(lines).extracting(line -> line.path("index").asInt()).containsExactly(0, 1, 2);
    }

    @Test
    void the_same_event_twice_has_one_effect_and_the_same_answer() {
        JsonNode first = http.structured(Events.leadFound(subject)).json();
        Http.Answer second = http.structured(Events.leadFound(subject));
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.json().path("status").asString()).isEqualTo("REPLAYED");
        assertThat(second.json().path("dealId")).isEqualTo(first.path("dealId"));
        assertThat(second.json().path("sequence")).isEqualTo(first.path("sequence"));
        assertThat(stored()).hasSize(1);
    }

    @Test
    void the_same_id_with_another_body_is_refused_and_kept_for_ops() {
        http.structured(Events.leadFound(subject));
        Http.Answer other = http.structured(
                Events.event("lead-found-" + subject, "lead-found", subject, "2026-01-05T12:00:00Z", LEAD));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.code()).isEqualTo("event-id-reused");
        assertThat(stored()).hasSize(1);
        assertThat(House.part(JdbcClient.class)
                        .sql("select count(*) from claim_conflict where id = ?")
                        .param("lead-found-" + subject)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void data_that_only_looks_different_is_the_same_event() {
        http.structured(
                Events.event(
                        "n-" + subject,
                        "lead-found",
                        subject,
                        "2026-01-05T12:00:00Z",
                        "{\"pipeline\": \"milestones\", \"title\": \"a\", \"value\": {\"amount\": 12.50, \"currency\": \"EUR\"}}"));
        Http.Answer again = http.structured(
                Events.event(
                        "n-" + subject,
                        "lead-found",
                        subject,
                        "2026-01-05T12:00:00.000Z",
                        "{\"value\":{\"currency\":\"EUR\",\"amount\":1.25e1},\"title\":\"\\u0061\",\"pipeline\":\"milestones\"}"));
        assertThat(again.json().path("status").asString()).isEqualTo("REPLAYED");
    }

    @Test
    void another_source_names_a_known_deal_by_its_id() {
        http.structured(Events.leadFound(subject));
        Http.Answer closed = http.structured("""
                {"specversion": "1.0", "id": "inv-%s", "source": "urn:billing", "type": "baton.deal.closed.v1",
                 "subject": "invoice-7", "time": "2026-01-09T12:00:00Z", "dealid": "%s",
                 "data": {"outcome": "WON", "value": {"amount": 100, "currency": "EUR"}}}""".formatted(subject, deal));
        assertThat(closed.json().path("dealId").asString()).isEqualTo(deal);
        assertThat(http.get("/v1/deals/" + deal)
                        .json()
                        .path("value")
                        .path("amount")
                        .asString())
                .isEqualTo("100.00");
    }

    @Test
    void a_second_event_of_a_milestone_is_refused_and_claims_nothing() {
        http.structured(Events.leadFound(subject));
        String second = Events.event("other-" + subject, "lead-found", subject, "2026-01-05T12:00:00Z", LEAD);
        assertThat(http.structured(second).status()).isEqualTo(409);
        assertThat(http.structured(second).code()).isEqualTo("already-recorded");
    }

    @Test
    void what_is_stored_says_where_it_came_from() {
        http.structured(Events.leadFound(subject));
        StoredEvent event = stored().getFirst();
        assertThat(event.envelope().source()).isEqualTo("deal-service");
        assertThat(event.envelope().originSource()).isEqualTo("urn:crm");
        assertThat(event.envelope().originId()).isEqualTo("lead-found-" + subject);
        assertThat(event.envelope().actor()).isEqualTo("crm");
        assertThat(event.envelope().time()).isEqualTo("2026-01-05T12:00:00Z");
    }

    @Test
    void a_handed_to_support_from_outside_is_a_request() {
        http.ndjson(Events.leadFound(subject) + "\n" + Events.won(subject));
        http.structured(Events.event(
                "handed-to-support",
                subject,
                "2026-01-10T12:00:00Z",
                "{\"package\": {\"summary\": \"all signed\", \"commitments\": [\"training\"]}}"));
        assertThat(stored().getLast().envelope().type()).isEqualTo("baton.deal.handover-requested.v1");
        assertThat(http.get("/v1/deals/" + deal).json().path("state").asString())
                .isEqualTo("Won");
    }

    private Http.Answer binary(String data) {
        return http.post(
                "/v1/deal-events",
                "application/json",
                data,
                "ce-specversion",
                "1.0",
                "ce-id",
                "b-" + subject,
                "ce-source",
                "urn:crm",
                "ce-type",
                "baton.deal.lead-found.v1",
                "ce-subject",
                subject,
                "ce-time",
                "2026-01-05T12:00:00Z",
                "ce-campaign",
                "Gr%C3%BCne%20Woche");
    }

    private List<StoredEvent> stored() {
        return House.part(EventLog.class).readStream(StreamId.deal(deal), 0);
    }
}
