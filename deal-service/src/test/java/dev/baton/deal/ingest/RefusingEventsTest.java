package dev.baton.deal.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.StreamId;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whatever is refused is told as a problem, and nothing of it is stored.
class RefusingEventsTest {
    private static final String PROBLEM = "application/problem+json";

    private final Http http = House.http();
    private final String subject = Events.newSubject();

    @AfterEach
    void nothing_is_stored() {
        String deal = DealIdentity.of("urn:crm", subject);
        assertThat(House.part(EventLog.class).readStream(StreamId.deal(deal), 0))
                .isEmpty();
        assertThat(House.part(JdbcClient.class)
                        .sql("select count(*) from claim where deal_id = ?")
                        .param(deal)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @ParameterizedTest(name = "{0} is refused as {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '!',
            value = {
                "a wrong type of a field  | {\"pipeline\": \"milestones\", \"title\": 7}                                                          | wrong-type",
                "an object for a text     | {\"pipeline\": \"milestones\", \"title\": {}}                                                         | wrong-type",
                "an unknown field         | {\"pipeline\": \"milestones\", \"title\": \"t\", \"tittle\": \"t\"}                                    | unknown-field",
                "Baton's pipelineVersion  | {\"pipeline\": \"milestones\", \"title\": \"t\", \"pipelineVersion\": 1}                              | unknown-field",
                "Baton's holder           | {\"pipeline\": \"milestones\", \"title\": \"t\", \"holder\": {\"role\": \"SALES_MANAGER\", \"member\": \"m\"}} | unknown-field",
                "a missing field          | {\"pipeline\": \"milestones\"}                                                                         | missing-field",
                "a null                   | {\"pipeline\": \"milestones\", \"title\": null}                                                        | missing-field",
                "a blank title            | {\"pipeline\": \"milestones\", \"title\": \" \"}                                                       | invalid-value",
                "a negative amount        | {\"pipeline\": \"milestones\", \"title\": \"t\", \"value\": {\"amount\": -1, \"currency\": \"EUR\"}}    | invalid-value",
                "an unknown currency      | {\"pipeline\": \"milestones\", \"title\": \"t\", \"value\": {\"amount\": 1, \"currency\": \"XXQ\"}}     | wrong-type",
                "too many decimals        | {\"pipeline\": \"milestones\", \"title\": \"t\", \"value\": {\"amount\": 1.005, \"currency\": \"EUR\"}} | wrong-type",
                "no currency              | {\"pipeline\": \"milestones\", \"title\": \"t\", \"value\": {\"amount\": 1}}                           | wrong-type",
                "an unknown pipeline      | {\"pipeline\": \"milestone\", \"title\": \"t\"}                                                        | unknown-pipeline",
                "an unknown role          | {\"pipeline\": \"milestones\", \"title\": \"t\", \"requestedHolder\": {\"role\": \"KING\", \"member\": \"m\"}} | wrong-type",
                "data that is a list      | []                                                                                                     | wrong-type",
                "data that is nothing     | null                                                                                                   | missing-field"
            })
    void unfit_data_is_refused(String what, String data, String code) {
        Http.Answer answer = http.structured(Events.event("lead-found", subject, "2026-01-05T12:00:00Z", data));
        refused(answer, 422, code);
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 4_000})
    void a_customers_id_that_no_index_could_hold_is_refused(int length) {
        String data = """
                {"pipeline": "milestones", "title": "t", "customer": {"id": "%s", "name": "Acme"}}""".formatted(Events.incompressible(length));
        Http.Answer answer = http.structured(Events.event("lead-found", subject, "2026-01-05T12:00:00Z", data));
        refused(answer, 422, "invalid-value");
        assertThat(answer.json().path("pointer").asString()).isEqualTo("/customer/id");
        assertThat(answer.json().path("detail").asString()).contains("500 characters");
    }

    @ParameterizedTest(name = "{0} = {1} is refused as {2}")
    @CsvSource({
        "specversion, 0.3, invalid-value",
        "type, baton.deal.eaten.v1, unknown-event-type",
        "type, baton.deal.holder-recognised.v1, unknown-event-type",
        "time, yesterday, invalid-value",
        "time, 1066-10-14T12:00:00Z, invalid-value",
        "time, -999999999-01-01T00:00:00Z, invalid-value",
        "time, 2999-01-01T00:00:00Z, time-in-future",
        "dealid, no-id, invalid-value",
        "dealid, 00000000-0000-0000-0000-000000000000, invalid-value",
        "datacontenttype, text/xml, invalid-value",
        "Bad-Name, x, unknown-field",
        "id, '', invalid-value"
    })
    void an_unfit_attribute_is_refused(String name, String value, String code) {
        String event = Events.leadFound(subject);
        String changed = event.contains("\"" + name + "\"")
                ? event.replaceFirst("\"" + name + "\": \"[^\"]*\"", "\"" + name + "\": \"" + value + "\"")
                : event.replaceFirst("\\{", "{\"" + name + "\": \"" + value + "\", ");
        refused(http.structured(changed), 422, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"specversion", "id", "source", "type", "subject", "time"})
    void a_missing_attribute_is_refused(String name) {
        String without = Events.leadFound(subject).replaceFirst("\"" + name + "\": \"[^\"]*\", ?", "");
        refused(http.structured(without), 422, "missing-field");
    }

    @Test
    void a_time_just_beyond_the_clock_skew_is_refused() {
        String soon = Instant.now().plus(Duration.ofMinutes(6)).toString();
        refused(
                http.structured(Events.event("closed", subject, soon, "{\"outcome\": \"WON\"}")),
                422,
                "time-in-future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"id\": }", "", "\u0000", "{\"id\": \"1\", \"id\": \"2\"}"})
    void bad_json_is_refused(String body) {
        Http.Answer answer = http.structured(body);
        assertThat(answer.status()).isIn(400, 422);
        assertThat(answer.header("Content-Type")).startsWith(PROBLEM);
    }

    @Test
    void a_title_of_two_megabytes_is_refused() {
        String event = Events.leadFound(subject).replace("Bikes for Acme", "x".repeat(2 << 20));
        refused(http.structured(event), 413, "body-too-large");
    }

    @Test
    void a_title_beyond_the_longest_text_is_refused() {
        String event = Events.leadFound(subject).replace("Bikes for Acme", "x".repeat(4_001));
        refused(http.structured(event), 422, "invalid-value");
    }

    @Test
    void a_line_of_two_megabytes_is_refused_and_the_next_is_taken() {
        String other = Events.newSubject();
        String huge = Events.leadFound(subject).replace("Bikes for Acme", "x".repeat(2 << 20));
        Http.Answer answer = http.ndjson(huge + "\n" + Events.leadFound(other));
        var lines = answer.body().lines().map(Http.JSON::readTree).toList();
        assertThat(lines.get(0).path("problem").path("code").asString()).isEqualTo("line-too-long");
        assertThat(lines.get(1).path("status").asString()).isEqualTo("APPLIED");
    }

    @Test
    void an_amount_of_a_billion_digits_is_refused_at_once() {
        String event = Events.event("lead-found", subject, "2026-01-05T12:00:00Z", """
                {"pipeline": "milestones", "title": "t", "value": {"amount": 1e999999999, "currency": "EUR"}}""");
        assertThat(http.structured(event).status()).isEqualTo(422);
    }

    @Test
    void an_attribute_with_control_characters_is_refused() {
        refused(
                http.structured(Events.leadFound(subject).replace("\"id\": \"", "\"id\": \"\\u0000")),
                422,
                "invalid-value");
    }

    @Test
    void the_wrong_content_type_is_refused() {
        Http.Answer answer = http.post("/v1/deal-events", "text/plain", Events.leadFound(subject));
        refused(answer, 415, "unsupported-media-type");
    }

    @Test
    void an_unknown_path_is_refused() {
        refused(http.command("/v1/deal-event", Events.leadFound(subject)), 404, "unknown-path");
    }

    @Test
    void nobody_posts_without_a_token() {
        refused(http.as("").structured(Events.leadFound(subject)), 401, "token-missing");
    }

    @Test
    void nobody_posts_with_a_foreign_token() {
        refused(http.as(TestTokens.foreign("anna")).structured(Events.leadFound(subject)), 401, "token-invalid");
    }

    @Test
    void a_win_without_any_known_value_is_refused() {
        String other = Events.newSubject();
        http.structured(Events.event(
                "lead-found", other, "2026-01-05T12:00:00Z", "{\"pipeline\": \"milestones\", \"title\": \"t\"}"));
        refused(http.structured(Events.won(other)), 422, "value-required");
    }

    @Test
    void a_batch_that_is_no_list_is_refused() {
        refused(http.batch(Events.leadFound(subject)), 400, "not-a-batch");
    }

    private static void refused(Http.Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith(PROBLEM);
    }
}
