package dev.baton.deal.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.StreamId;
import dev.baton.deal.aggregate.Acting;
import dev.baton.deal.aggregate.DealOffice;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.PlainPipeline;
import dev.baton.deal.lifecycle.Actor;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.web.edge.testing.TestTokens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Every command of people once over HTTP, in the order of a deal that has a hard life.
class WholeLifeTest {
    private static final String EVIDENCE = """
            {"evidence": {"budget": "200k", "authority": "CFO", "need": "churn", "timing": "Q3"}}""";
    private static final String TERMS = "{\"value\": {\"amount\": \"1000.00\", \"currency\": \"EUR\"}}";
    private static final String WHY = "{\"reason\": \"it turned out otherwise\"}";
    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(30);

    private final Http rita = House.http().as(TestTokens.member("rita", "SALES_REPRESENTATIVE"));
    private final Http axel = House.http().as(TestTokens.member("axel", "ACCOUNT_EXECUTIVE"));
    private final Http suzy = House.http().as(TestTokens.member("suzy", "CUSTOMER_SUPPORT_REPRESENTATIVE"));
    private final Http maria = House.http().as(TestTokens.member("maria", "SALES_MANAGER"));
    private final Http cara = House.http().as(TestTokens.member("cara", "SALES_MANAGER"));

    @BeforeAll
    static void pipeline() {
        PlainPipeline.publish();
    }

    @Test
    void a_lead_is_returned_qualified_anew_and_recycled_and_taken_up_again() {
        String deal = found();
        assertThat(state(rita, deal, "qualify-lead", EVIDENCE)).isEqualTo("Qualified");
        assertThat(state(axel, deal, "return-lead", WHY)).isEqualTo("Prospecting");
        assertThat(state(rita, deal, "recycle-lead", """
                {"returnDate": "%s", "reason": "next fiscal year"}""".formatted(SOON))).isEqualTo("Nurturing");
        assertThat(rita.get(deal).json().path("restsUntil").asString()).isEqualTo(SOON.toString());
        assertThat(state(rita, deal, "reopen", WHY)).isEqualTo("Prospecting");
        assertThat(rita.get(deal).json().path("attempt").asInt()).isEqualTo(2);
    }

    @Test
    void a_deal_is_held_resumed_agreed_revised_agreed_again_won_reversed_lost_and_reopened() {
        String deal = negotiated();
        assertThat(state(axel, deal, "put-on-hold", """
                {"reviewDate": "%s", "reason": "moves house"}""".formatted(SOON))).isEqualTo("OnHold");
        assertThat(state(axel, deal, "resume", "")).isEqualTo("Negotiating");
        assertThat(state(axel, deal, "agree-terms", TERMS)).isEqualTo("Agreed");
        assertThat(state(axel, deal, "revise-terms", WHY)).isEqualTo("Negotiating");
        assertThat(state(axel, deal, "agree-terms", TERMS)).isEqualTo("Agreed");
        assertThat(state(axel, deal, "close-deal", "{\"outcome\": \"WON\"}")).isEqualTo("Won");
        assertThat(state(suzy, deal, "reject-handover", "{\"missing\": [\"whom to call\"]}"))
                .isEqualTo("Won");
        assertThat(state(axel, deal, "prepare-handover", "{\"package\": {\"contact\": \"Ann\"}}"))
                .isEqualTo("Won");
        assertThat(state(maria, deal, "reverse-close", """
                {"kind": "BOOKED_IN_ERROR", "reason": "wrong card"}""")).isEqualTo("Won");
        assertThat(maria.command(deal + "/approve-reversal", "").code()).isEqualTo("own-request");
        assertThat(state(cara, deal, "approve-reversal", "")).isEqualTo("Negotiating");
        assertThat(state(axel, deal, "close-deal", "{\"outcome\": \"LOST\", \"reason\": \"PRICE\"}"))
                .isEqualTo("Lost");
        assertThat(state(maria, deal, "reopen", WHY)).isEqualTo("Negotiating");
        assertThat(types(deal))
                .containsSubsequence(
                        "deal-put-on-hold",
                        "deal-resumed",
                        "negotiated",
                        "terms-reopened",
                        "negotiated",
                        "closed",
                        "handover-rejected",
                        "handover-prepared",
                        "reversal-requested",
                        "close-reversed",
                        "closed",
                        "deal-reopened");
    }

    @Test
    void what_is_noted_is_on_record_and_on_the_deals_page() {
        String deal = negotiated();
        axel.command(deal + "/set-next-step", "{\"what\": \"send the offer\", \"due\": \"%s\"}".formatted(SOON));
        axel.command(
                deal + "/revise-forecast", "{\"category\": \"COMMIT\", \"expectedClose\": \"%s\"}".formatted(SOON));
        suzy.command(deal + "/log-interaction", "{\"kind\": \"CALL\", \"summary\": \"asked for the manual\"}");
        axel.command(deal + "/correct-deal", "{\"reason\": \"typo\", \"title\": \"Trikes\", \"territory\": \"East\"}");
        axel.command(deal + "/record-need", "{\"description\": \"speed\"}");
        axel.command(deal + "/request-advice", "{\"topic\": \"is one enough?\"}");
        maria.command(deal + "/override-rule", "{\"rule\": \"hold-too-long\", \"reason\": \"builds\"}");
        var page = axel.get(deal).json();
        assertThat(page.path("nextStep").path("what").asString()).isEqualTo("send the offer");
        assertThat(page.path("forecast").path("category").asString()).isEqualTo("COMMIT");
        assertThat(page.path("lead").path("title").asString()).isEqualTo("Trikes");
        assertThat(page.path("overridden").toString()).isEqualTo("[\"hold-too-long\"]");
        assertThat(types(deal))
                .endsWith(
                        "next-step-set",
                        "forecast-revised",
                        "interaction-logged",
                        "deal-corrected",
                        "need-recorded",
                        "advice-requested",
                        "rule-overridden");
    }

    @Test
    void a_forecast_is_revised_submitted_and_adjusted_and_both_words_are_on_the_deals_page() {
        String deal = negotiated();
        assertThat(axel.command(deal + "/submit-forecast", "").code()).isEqualTo("forecast-incomplete");
        String adjustment = "{\"category\": \"BEST_CASE\", \"reason\": \"not signed yet\"}";
        assertThat(maria.command(deal + "/adjust-forecast", adjustment).code()).isEqualTo("forecast-not-submitted");
        axel.command(
                deal + "/revise-forecast", "{\"category\": \"COMMIT\", \"expectedClose\": \"%s\"}".formatted(SOON));
        assertThat(state(axel, deal, "submit-forecast", "")).isEqualTo("Negotiating");
        assertThat(axel.command(deal + "/adjust-forecast", adjustment).code()).isEqualTo("role-required");
        assertThat(maria.command(deal + "/adjust-forecast", "{\"category\": \"BEST_CASE\"}")
                        .status())
                .isEqualTo(422);
        assertThat(state(maria, deal, "adjust-forecast", adjustment)).isEqualTo("Negotiating");
        var call = axel.get(deal).json().path("forecastCall");
        assertThat(call.path("submitted").path("category").asString()).isEqualTo("COMMIT");
        assertThat(call.path("submitted").path("value").path("amount").asString())
                .isEqualTo("900.00");
        assertThat(call.path("adjusted").path("category").asString()).isEqualTo("BEST_CASE");
        assertThat(call.path("adjusted").path("by").asString()).isEqualTo("maria");
        assertThat(types(deal)).endsWith("forecast-revised", "forecast-submitted", "forecast-adjusted");
    }

    @Test
    void a_deal_goes_on_as_another_one_of_the_same_customer() {
        String survivor = negotiated();
        String deal = negotiated();
        String id = survivor.substring(survivor.lastIndexOf('/') + 1);
        assertThat(state(axel, deal, "merge-into", "{\"survivor\": \"%s\"}".formatted(id)))
                .isEqualTo("Merged");
        assertThat(axel.get(survivor).json().path("state").asString()).isEqualTo("Negotiating");
        assertThat(axel.command(
                                survivor + "/merge-into",
                                "{\"survivor\": \"%s\"}".formatted(deal.substring(deal.lastIndexOf('/') + 1)))
                        .code())
                .isEqualTo("no-survivor");
    }

    @Test
    void support_begins_the_onboarding_of_a_customer_it_holds() {
        String deal = negotiated();
        axel.command(deal + "/agree-terms", TERMS);
        axel.command(deal + "/close-deal", "{\"outcome\": \"WON\"}");
        recognise(deal, new Holder(Role.CUSTOMER_SUPPORT_REPRESENTATIVE, "suzy"), 2);
        assertThat(state(suzy, deal, "start-onboarding", "{}")).isEqualTo("InSupport");
    }

    @Test
    void what_a_command_lacks_is_named() {
        String deal = found();
        Http.Answer answer = rita.command(deal + "/recycle-lead", "{\"reason\": \"later\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("pointer").asString()).isEqualTo("/returnDate");
        assertThat(rita.command(deal + "/override-rule", "{\"rule\": \"gravity\", \"reason\": \"up\"}")
                        .status())
                .isEqualTo(422);
        assertThat(rita.get(deal).json().path("version").asInt()).isZero();
    }

    private String negotiated() {
        String deal = found();
        rita.command(deal + "/qualify-lead", EVIDENCE);
        recognise(deal, new Holder(Role.ACCOUNT_EXECUTIVE, "axel"), 1);
        axel.command(deal + "/open-negotiation", "");
        return deal;
    }

    private String found() {
        return rita.command("/v1/deals", """
                {"pipeline": "plain", "title": "Bikes", "value": {"amount": "900.00", "currency": "EUR"},
                 "customer": {"id": "acme", "name": "Acme"}}""").header("Location");
    }

    private static void recognise(String deal, Holder holder, int epoch) {
        String id = deal.substring(deal.lastIndexOf('/') + 1);
        House.part(DealOffice.class)
                .send(new RecogniseHolder(id, holder, epoch), Acting.as(Actor.client("roles")), Map.of());
    }

    private static String state(Http who, String deal, String command, String body) {
        Http.Answer answer = who.command(deal + "/" + command, body);
        assertThat(answer.status()).as(command + ": " + answer.body()).isEqualTo(200);
        return answer.json().path("state").asString();
    }

    private static List<String> types(String deal) {
        String id = deal.substring(deal.lastIndexOf('/') + 1);
        return House.part(EventLog.class).readStream(StreamId.deal(id), 0).stream()
                .map(event -> event.envelope().type().replaceAll("baton\\.deal\\.|\\.v1", ""))
                .toList();
    }
}
