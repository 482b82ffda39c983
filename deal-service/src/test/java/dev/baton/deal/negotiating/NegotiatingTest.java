package dev.baton.deal.negotiating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.Kafka;
import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// From the first need to the signature, over HTTP, under a pipeline that wants everything of its
/// terms.
class NegotiatingTest {
    private static final String LIST = "presses";
    private static final String PIPELINE = "presses-at-length";
    private static final String HASTY = "presses-in-haste";
    private static final String ALWAYS = """
            {"zone": "UTC", "opens": "00:00", "closes": "23:59:59", "holidays": [],
             "days": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"]}""";

    private final Http crm = House.http();
    private final Http rita = House.http().as(TestTokens.member("rita", "SALES_REPRESENTATIVE"));
    private final Http axel = House.http().as(TestTokens.member("axel", "ACCOUNT_EXECUTIVE"));
    private final Http noor = House.http().as(TestTokens.member("noor", "SALES_SPECIALIST"));
    private final Http maria = House.http().as(TestTokens.member("maria", "SALES_MANAGER"));
    private final Http mona = House.http().as(TestTokens.member("mona", "SALES_MANAGER"));

    @BeforeAll
    static void rules() {
        Http maria = House.http().as(TestTokens.member("maria", "SALES_MANAGER"));
        done(maria.command("/v1/price-lists", """
                {"name": "%s", "definition": {"currency": "EUR", "validFrom": "2026-01-01", "products": {
                  "Press": {"list": {"amount": "1100.00", "currency": "EUR"}, "cost": {"amount": "650.00", "currency": "EUR"}}}}}""".formatted(LIST)));
        done(maria.put("/v1/pipelines/" + PIPELINE, rules("{}", "")));
        done(maria.put("/v1/pipelines/" + HASTY, rules("""
                {"PLAN": "PT1S", "APPROVAL": "PT1S", "ADVICE": "PT1S", "QUESTION": "PT1S"}""", ", \"calendar\": " + ALWAYS)));
    }

    private static String rules(String answerWithin, String calendar) {
        return """
                {"required": ["lead-found", "negotiated", "closed"], "criteria": [], "steward": "maria",
                 "terms": {"priceList": "%s", "offerRequired": true, "plan": {"required": true},
                   "approval": {"discountAuthority": 10, "marginFloor": 20.5,
                                "approvers": [{"member": "maria", "delegate": "mona"}]},
                   "answerWithin": %s%s}}""".formatted(LIST, answerWithin, calendar);
    }

    @Test
    void a_deal_is_negotiated_from_the_first_need_to_the_signature() {
        String deal = negotiating(PIPELINE);
        done(axel.command(deal + "/record-need", "{\"description\": \"forty presses an hour\"}"));
        done(axel.command(deal + "/record-constraint", "{\"description\": \"before March\"}"));
        done(axel.command(deal + "/request-plan", "{\"specialist\": \"noor\", \"brief\": \"two lines\"}"));
        assertThat(queueOf("noor", deal)).hasSize(1);
        done(noor.command(deal + "/draft-plan", """
                {"summary": "in two steps", "items": [{"action": "Install", "answers": ["N1", "C1"], "due": "2027-02-01"}]}"""));
        assertThat(queueOf("noor", deal)).isEmpty();
        done(noor.command(deal + "/propose-plan", "{\"version\": 1}"));
        done(axel.command(deal + "/make-offer", offer("1100.00")));
        done(axel.command(deal + "/record-counter-offer", """
                {"price": {"amount": "8000.00", "currency": "EUR"}, "demands": "training"}"""));
        done(axel.command(deal + "/make-offer", offer("935.00")));
        done(noor.command(deal + "/agree-plan", "{\"version\": 1, \"signatory\": \"Ann Reed, COO\"}"));
        refused(axel.command(deal + "/agree-terms", "{}"), 409, "approval-required");
        done(axel.command(deal + "/request-approval", "{\"reason\": \"a reference\"}"));
        refused(axel.command(deal + "/grant-approval", "{\"request\": 1}"), 403, "role-required");
        assertThat(queueOf("maria", deal).getFirst().path("kind").asString()).isEqualTo("APPROVAL");
        done(maria.command(deal + "/grant-approval", "{\"request\": 1, \"note\": \"once\"}"));
        refused(
                axel.command(deal + "/agree-terms", "{\"value\": {\"amount\": \"9000.00\", \"currency\": \"EUR\"}}"),
                422,
                "value-differs-from-offer");
        assertThat(done(axel.command(deal + "/agree-terms", "{}")).path("state").asString())
                .isEqualTo("Agreed");
        shows(axel.get(deal).json());
        assertThat(done(axel.command(deal + "/close-deal", "{\"outcome\": \"WON\"}"))
                        .path("state")
                        .asString())
                .isEqualTo("Won");
    }

    /// 10 presses: listed at 11,000, at a cost of 6,500, sold for 9,350.
    private static void shows(JsonNode page) {
        assertThat(page.path("value").path("amount").asString()).isEqualTo("9350.00");
        JsonNode ledger = page.path("terms").path("ledger");
        assertThat(ledger.findValuesAsString("kind")).containsExactly("Offer", "CounterOffer", "Offer");
        assertThat(ledger.get(2).path("concession").decimalValue()).isEqualByComparingTo("15");
        assertThat(ledger.get(2).path("move").path("marginPercent").decimalValue())
                .isEqualByComparingTo("30.48");
        assertThat(page.path("terms").path("plan").path("standing").asString()).isEqualTo("Agreed");
        assertThat(page.path("terms").path("plan").path("offer").asInt()).isEqualTo(2);
        assertThat(page.path("terms").path("approval").path("decidedBy").asString())
                .isEqualTo("maria");
    }

    @Test
    void reopened_terms_are_agreed_signed_and_approved_anew() {
        String deal = agreed();
        done(axel.command(deal + "/revise-terms", "{\"reason\": \"another site\"}"));
        refused(axel.command(deal + "/agree-terms", "{}"), 409, "plan-not-agreed");
        done(noor.command(deal + "/agree-plan", "{\"version\": 1, \"signatory\": \"Ann Reed\"}"));
        refused(axel.command(deal + "/agree-terms", "{}"), 409, "approval-required");
    }

    @Test
    void nobody_approves_their_own() {
        String deal = negotiating(PIPELINE, "SALES_MANAGER", "maria");
        done(maria.command(deal + "/make-offer", offer("900.00")));
        done(maria.command(deal + "/request-approval", "{}"));
        refused(maria.command(deal + "/grant-approval", "{\"request\": 1}"), 403, "own-request");
        done(mona.command(deal + "/grant-approval", "{\"request\": 1}"));
    }

    @Test
    void what_nobody_answers_goes_on_by_itself() {
        String deal = negotiating(HASTY);
        done(axel.command(deal + "/request-plan", "{\"specialist\": \"noor\"}"));
        done(axel.command(deal + "/make-offer", offer("900.00")));
        done(axel.command(deal + "/request-approval", "{}"));
        done(axel.command(deal + "/ask-question", "{\"asked\": \"noor\", \"text\": \"does it fit?\"}"));
        await().atMost(House.PATIENCE).untilAsserted(() -> {
            assertThat(queueOf("mona", deal))
                    .extracting(row -> row.path("kind").asString())
                    .containsExactly("APPROVAL");
            assertThat(queueOf("maria", deal))
                    .extracting(row -> row.path("kind").asString())
                    .containsExactlyInAnyOrder("PLAN", "QUESTION");
        });
        done(maria.command(deal + "/answer-question", "{\"question\": 1, \"answer\": \"it does\"}"));
        done(mona.command(deal + "/reject-approval", "{\"request\": 1, \"reason\": \"below what we can bear\"}"));
        assertThat(queueOf("mona", deal)).isEmpty();
        await().atMost(House.PATIENCE)
                .untilAsserted(() -> assertThat(Kafka.about(id(deal)))
                        .extracting(record -> Kafka.header(record, "type"))
                        .filteredOn("baton.deal.request-escalated.v1"::equals)
                        .hasSize(3));
    }

    @Test
    void standard_wants_an_offer_of_deals_that_begin_now() {
        String found = rita.command("/v1/deals", "{\"pipeline\": \"standard\", \"title\": \"Presses\"}")
                .header("Location");
        done(rita.command(found + "/qualify-lead", """
                {"evidence": {"budget": "200k", "authority": "CFO", "need": "churn", "timing": "Q3"}}"""));
        takes(found, "ACCOUNT_EXECUTIVE", "axel");
        done(axel.command(found + "/open-negotiation", ""));
        refused(axel.command(found + "/agree-terms", "{}"), 409, "offer-missing");
    }

    @Test
    void a_deal_keeps_the_rules_of_its_terms() {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        done(maria.put("/v1/pipelines/" + name, "{\"required\": [\"lead-found\", \"closed\"], \"criteria\": []}"));
        String early = negotiating(name);
        done(maria.command("/v1/pipelines/" + name + "/versions", rules("{}", ""), "If-Match", "\"1\""));
        String late = negotiating(name);
        String terms = "{\"value\": {\"amount\": \"10.00\", \"currency\": \"EUR\"}}";
        done(axel.command(early + "/agree-terms", terms));
        refused(axel.command(late + "/agree-terms", terms), 409, "offer-missing");
    }

    @Test
    void what_another_system_reports_waits_for_the_plan_and_is_applied_then() {
        String subject = Events.newSubject();
        String deal = "/v1/deals/"
                + crm.structured(Events.leadFound(subject, PIPELINE))
                        .json()
                        .path("dealId")
                        .asString();
        done(crm.structured(Events.leadQualified(subject)));
        takes(deal, "ACCOUNT_EXECUTIVE", "axel");
        done(axel.command(deal + "/open-negotiation", ""));
        done(axel.command(deal + "/make-offer", offer("1000.00")));
        Http.Answer told = crm.structured(Events.event("negotiated", subject, "2026-01-08T12:00:00Z", """
                {"value": {"amount": "10000.00", "currency": "EUR"}}"""));
        assertThat(told.status()).as(told.body()).isEqualTo(202);
        plan(deal);
        await().atMost(House.PATIENCE)
                .untilAsserted(
                        () -> assertThat(axel.get(deal).json().path("state").asString())
                                .isEqualTo("Agreed"));
    }

    @Test
    void a_repeated_offer_under_one_key_is_one_offer() {
        String deal = negotiating(PIPELINE);
        String key = UUID.randomUUID().toString();
        Http.Answer first = axel.command(deal + "/make-offer", offer("1000.00"), "Idempotency-Key", key);
        Http.Answer second = axel.command(deal + "/make-offer", offer("1000.00"), "Idempotency-Key", key);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(axel.get(deal).json().path("terms").path("ledger").size()).isEqualTo(1);
    }

    @Test
    void what_is_unfit_is_refused_by_name_and_stores_nothing() {
        String deal = negotiating(PIPELINE);
        String before = axel.get(deal).header("ETag");
        refused(axel.command(deal + "/make-offer", offer("1000.00").replace("Press", "Cake")), 422, "unknown-product");
        refused(axel.command(deal + "/make-offer", offer("1000.00").replace("EUR", "USD")), 422, "other-currency");
        refused(axel.command(deal + "/make-offer", offer("0.00")), 422, "invalid-value");
        refused(axel.command(deal + "/make-offer", "{\"lines\": []}"), 422, "invalid-value");
        refused(
                axel.command(deal + "/make-offer", offer("9.00").replace("{\"lines\"", "{\"discount\": 5, \"lines\"")),
                422,
                "unknown-field");
        assertThat(axel.get(deal).header("ETag")).isEqualTo(before);
    }

    @Test
    void advice_and_answers_are_on_record() {
        String deal = negotiating(PIPELINE);
        done(axel.command(deal + "/request-advice", "{\"topic\": \"does it fit?\"}"));
        assertThat(crm.get("/v1/requests?member=noor&unnamed=true").json().findValuesAsString("dealId"))
                .contains(id(deal));
        done(noor.command(deal + "/give-advice", "{\"request\": 1, \"advice\": \"with a short conveyor\"}"));
        JsonNode request = axel.get(deal).json().path("requests").get(0);
        assertThat(request.path("outcome").path("answer").asString()).isEqualTo("with a short conveyor");
    }

    private String agreed() {
        String deal = negotiating(PIPELINE);
        done(axel.command(deal + "/make-offer", offer("900.00")));
        plan(deal);
        done(axel.command(deal + "/request-approval", "{}"));
        done(maria.command(deal + "/grant-approval", "{\"request\": 1}"));
        done(axel.command(deal + "/agree-terms", "{}"));
        return deal;
    }

    private void plan(String deal) {
        done(axel.command(deal + "/record-need", "{\"description\": \"forty presses an hour\"}"));
        done(axel.command(deal + "/request-plan", "{}"));
        done(noor.command(deal + "/draft-plan", """
                {"summary": "at once", "items": [{"action": "Install", "answers": ["N1"]}]}"""));
        done(noor.command(deal + "/propose-plan", "{\"version\": 1}"));
        done(noor.command(deal + "/agree-plan", "{\"version\": 1, \"signatory\": \"Ann Reed\"}"));
    }

    private String negotiating(String pipeline) {
        return negotiating(pipeline, "ACCOUNT_EXECUTIVE", "axel");
    }

    private String negotiating(String pipeline, String role, String member) {
        String deal = rita.command("/v1/deals", "{\"pipeline\": \"%s\", \"title\": \"Presses\"}".formatted(pipeline))
                .header("Location");
        done(rita.command(deal + "/qualify-lead", "{}"));
        takes(deal, role, member);
        done(House.http().as(TestTokens.member(member, role)).command(deal + "/open-negotiation", ""));
        return deal;
    }

    private void takes(String deal, String role, String member) {
        Kafka.transferred(id(deal), 0, role, member, 1);
        await().atMost(House.PATIENCE)
                .untilAsserted(() ->
                        assertThat(crm.get(deal).json().path("epoch").asInt()).isEqualTo(1));
    }

    private List<JsonNode> queueOf(String member, String deal) {
        return crm.get("/v1/requests?member=" + member)
                .json()
                .valueStream()
                .filter(row -> row.path("dealId").asString().equals(id(deal)))
                .toList();
    }

    /// Ten presses.
    private static String offer(String price) {
        return """
                {"lines": [{"product": "Press", "quantity": 10, "price": {"amount": "%s", "currency": "EUR"}}]}""".formatted(price);
    }

    private static JsonNode done(Http.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
        return answer.json();
    }

    private static void refused(Http.Answer answer, int status, String code) {
        assertThat(answer.code()).as(answer.body()).isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
