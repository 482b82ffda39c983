package dev.baton.deal.rates;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.StreamId;
import dev.baton.deal.event.DealIdentity;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.web.edge.testing.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/// Rates of exchange over HTTP, and what a close makes of them.
class RateTablesTest {
    private static final String PATH = "/v1/exchange-rates";

    @Test
    void a_close_records_the_rate_that_holds_on_its_day_and_keeps_it() {
        try (var service = House.open()) {
            Http crm = House.http(service);
            Http manager = manager(service);
            assertThat(closed(service, crm)).doesNotContain("rate");
            assertThat(manager.put(PATH, table("2026-01-01", "1.08")).header("ETag"))
                    .isEqualTo("\"1\"");
            assertThat(manager.put(PATH, table("2026-01-10", "1.20"), "If-Match", "\"1\"")
                            .status())
                    .isEqualTo(200);
            assertThat(closed(service, crm)).contains("\"rate\":{\"base\":\"USD\",\"rate\":\"1.08\",\"version\":1}");
            assertThat(manager.put(PATH, table("2026-01-05", "1.10"), "If-Match", "\"2\"")
                            .status())
                    .isEqualTo(200);
            assertThat(closed(service, crm)).contains("\"rate\":\"1.10\",\"version\":3");
            assertThat(crm.get(PATH).json().findValuesAsString("validFrom"))
                    .containsExactly("2026-01-05", "2026-01-10", "2026-01-01");
        }
    }

    @Test
    void a_table_follows_the_one_that_was_read_and_is_a_managers_to_change() {
        try (var service = House.open()) {
            Http manager = manager(service);
            assertThat(House.http(service)
                            .put(PATH, table("2026-01-01", "1.08"))
                            .status())
                    .isEqualTo(403);
            assertThat(manager.put(PATH, table("2026-01-01", "1.08"), "If-Match", "\"4\"")
                            .status())
                    .isEqualTo(412);
            assertThat(manager.put(PATH, table("2026-01-01", "1.08")).status()).isEqualTo(200);
            assertThat(manager.put(PATH, table("2026-01-01", "1.08")).status()).isEqualTo(428);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"base\": \"EUR\", \"validFrom\": \"2026-01-01\", \"rates\": {\"USD\": \"0\"}}",
                "{\"base\": \"EUR\", \"validFrom\": \"2026-01-01\", \"rates\": {\"USD\": \"-1\"}}",
                "{\"base\": \"EUR\", \"validFrom\": \"2026-01-01\", \"rates\": {\"EUR\": \"1\"}}",
                "{\"base\": \"EUR\", \"validFrom\": \"2026-01-01\", \"rates\": {\"XQQ\": \"1\"}}",
                "{\"base\": \"euros\", \"validFrom\": \"2026-01-01\", \"rates\": {}}",
                "{\"base\": \"EUR\", \"validFrom\": \"soon\", \"rates\": {}}",
                "{\"base\": \"EUR\", \"rates\": {}}"
            })
    void unfit_tables_are_refused(String table) {
        Http.Answer answer =
                House.http().as(TestTokens.member("maria", "SALES_MANAGER")).put(PATH, table);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void nobody_tells_a_rate_with_a_close() {
        String subject = Events.newSubject();
        House.http().structured(Events.leadFound(subject));
        Http.Answer told = House.http().structured(Events.event("closed", subject, "2026-01-09T12:00:00Z", """
                        {"outcome": "WON", "rate": {"base": "USD", "rate": "9", "version": 1}}"""));
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.code()).isEqualTo("unknown-field");
    }

    private static String closed(ConfigurableApplicationContext service, Http crm) {
        String subject = Events.newSubject();
        crm.ndjson(Events.leadFound(subject) + "\n" + Events.won(subject));
        return service.getBean(EventLog.class)
                .readStream(StreamId.deal(DealIdentity.of("urn:crm", subject)), 0)
                .getLast()
                .envelope()
                .data();
    }

    private static Http manager(ConfigurableApplicationContext service) {
        return House.http(service).as(TestTokens.member("maria", "SALES_MANAGER"));
    }

    private static String table(String from, String dollars) {
        return """
                {"base": "USD", "validFrom": "%s", "rates": {"EUR": "%s"}}""".formatted(from, dollars);
    }
}
