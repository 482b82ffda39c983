package dev.baton.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.baton.contract.MalformedEvent;
import dev.baton.contract.UnknownEventType;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadDisqualified;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;

class StrictReadingTest {
    private final JsonEventCodec codec = new JsonEventCodec();

    @Test
    void an_amount_may_be_a_string_or_a_number() {
        assertThat(negotiated("\"12.5\"", "EUR").value()).isEqualTo(Money.of(CurrencyUnit.EUR, 12.5));
        assertThat(negotiated("12.50", "EUR").value()).isEqualTo(Money.of(CurrencyUnit.EUR, 12.5));
    }

    @Test
    void an_amount_with_more_decimals_than_its_currency_is_refused() {
        refused("baton.deal.negotiated.v1", value("\"12.5\"", "JPY"), "/value", "more than 0 decimals");
        refused("baton.deal.negotiated.v1", value("0.001", "EUR"), "/value", "more than 2 decimals");
    }

    @Test
    void trailing_zeros_are_no_decimals() {
        assertThat(negotiated("\"12.000\"", "JPY").value()).isEqualTo(Money.ofMajor(CurrencyUnit.JPY, 12));
    }

    @Test
    void an_exponent_too_large_to_write_out_is_refused() {
        refused("baton.deal.negotiated.v1", value("1e999", "EUR"), "/value", "digits");
        refused("baton.deal.negotiated.v1", value("1e-999", "EUR"), "/value", "digits");
    }

    @Test
    void a_negative_amount_is_refused() {
        refused("baton.deal.negotiated.v1", value("\"-1\"", "EUR"), "/value/amount", "negative");
    }

    @Test
    void an_unknown_currency_is_refused() {
        refused("baton.deal.negotiated.v1", value("1", "XYZ"), "/value", "XYZ");
    }

    @Test
    void an_unknown_field_of_an_amount_is_refused() {
        refused(
                "baton.deal.negotiated.v1",
                "{\"value\":{\"amount\":1,\"currency\":\"EUR\",\"vat\":1}}",
                "/value",
                "vat");
    }

    @Test
    void an_unknown_field_is_refused_by_its_name() {
        refused(
                "baton.deal.lead-found.v1",
                "{\"pipeline\":\"p\",\"title\":\"t\",\"tittle\":\"x\"}",
                "/tittle",
                "tittle");
    }

    @Test
    void a_missing_field_is_refused_by_its_name() {
        refused("baton.deal.lead-found.v1", "{\"pipeline\":\"p\"}", "/title", "title is required");
    }

    @Test
    void a_number_is_no_text() {
        refused("baton.deal.lead-found.v1", "{\"pipeline\":\"p\",\"title\":5}", "/title", "");
    }

    @Test
    void a_lost_deal_has_a_reason() {
        refused("baton.deal.closed.v1", "{\"outcome\":\"LOST\"}", "/reason", "is required when the outcome is LOST");
    }

    @Test
    void text_that_is_not_json_is_refused() {
        refused("baton.deal.closed.v1", "{\"outcome\":", "", "");
        refused("baton.deal.closed.v1", "null", "", "JSON object");
        refused("baton.deal.closed.v1", "{\"outcome\":\"WON\"} {}", "", "");
    }

    @Test
    void a_title_of_two_megabytes_is_refused() {
        String title = "x".repeat(2_000_000);
        refused(
                "baton.deal.lead-found.v1",
                "{\"pipeline\":\"p\",\"title\":\"" + title + "\"}",
                "/title",
                "longer than");
    }

    @Test
    void a_character_that_cannot_be_stored_is_refused() {
        refused("baton.deal.lead-found.v1", "{\"pipeline\":\"p\",\"title\":\"a\\u0000b\"}", "/title", "U+0000");
        refused("baton.deal.lead-found.v1", "{\"pipeline\":\"p\",\"title\":\"\\ud800\"}", "/title", "surrogate");
        refused("baton.deal.lead-qualified.v1", "{\"evidence\":{\"need\":\"\\u0000\"}}", "/evidence/need", "U+0000");
    }

    @Test
    void a_character_outside_the_basic_plane_is_text() {
        assertThat(codec.decode("baton.deal.lead-disqualified.v1", "{\"reason\":\"\\ud83d\\ude00\"}"))
                .isEqualTo(new LeadDisqualified("\ud83d\ude00"));
    }

    @Test
    void an_unknown_type_is_refused_by_its_name() {
        assertThatExceptionOfType(UnknownEventType.class)
                .isThrownBy(() -> codec.decode("baton.deal.lead-lost.v1", "{}"))
                .withMessageContaining("lead-lost");
    }

    private Negotiated negotiated(String amount, String currency) {
        return (Negotiated) codec.decode("baton.deal.negotiated.v1", value(amount, currency));
    }

    private static String value(String amount, String currency) {
        return "{\"value\":{\"amount\":" + amount + ",\"currency\":\"" + currency + "\"}}";
    }

    private void refused(String type, String data, String pointer, String words) {
        assertThatExceptionOfType(MalformedEvent.class)
                .isThrownBy(() -> codec.decode(type, data))
                .withMessageContaining(words)
                .satisfies(malformed -> assertThat(malformed.pointer()).isEqualTo(pointer));
    }
}
