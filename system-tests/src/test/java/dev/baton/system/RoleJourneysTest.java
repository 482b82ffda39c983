package dev.baton.system;

import static dev.baton.system.AtWork.soon;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// A day of each of the five, over HTTP. After everything that counts the demo's deals.
@Tag("system")
@Order(10)
@ExtendWith(RunningBaton.class)
class RoleJourneysTest {
    private static final LocalDate SOON = LocalDate.now(ZoneOffset.UTC).plusDays(30);

    private Department department;
    private AtWork rowan;
    private AtWork darcel;
    private AtWork melvin;
    private AtWork noor;
    private AtWork ondine;

    @BeforeEach
    void everybodyComesToWork(Baton baton) {
        department = Department.on(baton);
        rowan = AtWork.representative(baton);
        darcel = AtWork.executive(baton);
        melvin = AtWork.manager(baton);
        noor = AtWork.specialist(baton);
        ondine = AtWork.support(baton);
    }

    @Test
    void a_sales_representative_finds_qualifies_hands_over_takes_back_recycles_and_gives_up() {
        String deal = rowan.finds(Department.lead(customer()));
        rowan.holds(deal);
        rowan.does(
                deal, "log-interaction", "{\"kind\": \"CALL\", \"summary\": \"they compare\", \"contact\": \"Ann\"}");
        rowan.does(deal, "set-next-step", "{\"what\": \"ask for the budget\", \"due\": \"%s\"}".formatted(SOON));
        assertThat(rowan.isRefused(deal, "qualify-lead", "{\"evidence\": {\"need\": \"churn\"}}"))
                .isEqualTo("criteria-unanswered");
        assertThat(rowan.isRefused(deal, "open-negotiation", "{}")).isEqualTo("not-in-this-state");

        rowan.does(deal, "qualify-lead", Department.FINDING);
        darcel.offerOf(deal);
        darcel.does(deal, "return-lead", "{\"reason\": \"no budget before autumn\"}");
        soon("nobody is asked any more").until(() -> darcel.queued(deal).isEmpty());
        assertThat(rowan.deal(deal).path("holder").path("member").asString()).isEqualTo("rowan-pike");
        rowan.does(deal, "recycle-lead", "{\"returnDate\": \"%s\", \"reason\": \"autumn\"}".formatted(SOON));
        assertThat(rowan.deal(deal).path("restsUntil").asString()).isEqualTo(SOON.toString());
        rowan.does(deal, "reopen", "{\"reason\": \"they call back\"}");
        rowan.does(deal, "qualify-lead", Department.FINDING);
        darcel.accepts(deal);
        assertThat(rowan.isRefused(deal, "set-next-step", "{\"what\": \"call\", \"due\": \"%s\"}".formatted(SOON)))
                .isEqualTo("not-the-holder");

        String none = rowan.finds(Department.lead(customer()));
        rowan.holds(none);
        soon("it is theirs where their queue is kept")
                .untilAsserted(() -> assertThat(held(rowan)).contains(none).doesNotContain(deal));
        rowan.does(none, "disqualify-lead", "{\"reason\": \"a student's essay\"}");
        soon("the lead is nobody's").until(() -> !held(rowan).contains(none));
    }

    @Test
    void an_account_executive_negotiates_from_the_first_need_to_the_signature_and_hands_over() {
        String deal = department.accepted(customer());
        darcel.does(deal, "open-negotiation");
        darcel.does(deal, "record-constraint", "{\"description\": \"before March\"}");
        department.plansFor(deal, "[\"N1\", \"C1\"]");
        darcel.does(deal, "record-counter-offer", """
                {"price": {"amount": "8000.00", "currency": "EUR"}, "demands": "training"}""");
        darcel.does(deal, "make-offer", Department.offer("935.00"));
        department.signed(deal);
        assertThat(darcel.isRefused(deal, "agree-terms", "{}")).isEqualTo("approval-required");

        darcel.does(deal, "revise-forecast", """
                {"category": "COMMIT", "expectedClose": "%s", "value": {"amount": "9350.00", "currency": "EUR"}}""".formatted(SOON));
        darcel.does(deal, "submit-forecast");
        darcel.does(deal, "request-approval", "{\"reason\": \"a reference customer\"}");
        assertThat(darcel.isRefused(deal, "grant-approval", "{\"request\": 1}")).isEqualTo("role-required");
        melvin.does(deal, "grant-approval", "{\"request\": 1, \"note\": \"once\"}");
        darcel.does(deal, "agree-terms");
        darcel.does(deal, "close-deal", "{\"outcome\": \"WON\"}");

        darcel.does(deal, "prepare-handover", Department.PACKAGE);
        assertThat(darcel.deal(deal).path("holder").path("member").asString()).isEqualTo("darcel-schlecht");
        ondine.accepts(deal);
        soon("the deal is support's").until(() -> darcel.state(deal).equals("InSupport"));
        JsonNode page = darcel.deal(deal);
        assertThat(page.path("value").path("amount").asString()).isEqualTo("9350.00");
        assertThat(page.path("terms").path("ledger").findValuesAsString("kind"))
                .containsExactly("Offer", "CounterOffer", "Offer");
    }

    @Test
    void a_sales_specialist_plans_advises_and_tells_the_market() {
        String deal = department.accepted(customer());
        darcel.does(deal, "open-negotiation");
        darcel.does(deal, "record-need", "{\"description\": \"forty presses an hour\"}");
        darcel.does(deal, "record-need", "{\"description\": \"operators are trained\"}");
        darcel.does(deal, "request-plan", "{\"brief\": \"two lines\"}");
        darcel.does(deal, "request-advice", "{\"topic\": \"is one hall enough?\"}");
        assertThat(noor.asked(deal)).containsExactlyInAnyOrder("PLAN", "ADVICE");
        soon("the specialist's queue shows both")
                .untilAsserted(() -> assertThat(noor.queued(deal)).containsExactlyInAnyOrder("PLAN", "ADVICE"));

        noor.does(deal, "give-advice", "{\"request\": 1, \"advice\": \"with a short conveyor\"}");
        noor.does(deal, "draft-plan", """
                {"summary": "the presses", "items": [{"action": "Install", "answers": ["N1"]}]}""");
        assertThat(noor.isRefused(deal, "propose-plan", "{\"version\": 1}")).isEqualTo("needs-unanswered");
        noor.does(deal, "draft-plan", """
                {"summary": "presses and people", "items": [{"action": "Install", "answers": ["N1"]},
                                                             {"action": "Train", "answers": ["N2"]}]}""");
        noor.does(deal, "propose-plan", "{\"version\": 2}");
        darcel.does(deal, "make-offer", Department.offer("1100.00"));
        noor.does(deal, "agree-plan", "{\"version\": 2, \"signatory\": \"Ann Reed, COO\"}");
        assertThat(noor.asked(deal)).isEmpty();
        soon("nothing waits for the specialist any more")
                .until(() -> noor.queued(deal).isEmpty());
        assertThat(darcel.deal(deal).path("terms").path("plan").path("standing").asString())
                .isEqualTo("Agreed");
        assertThat(noor.isRefused(deal, "agree-terms", "{}")).isEqualTo("not-the-holder");

        String title = "Presses in " + deal;
        String note =
                noor.posts("/v1/market-notes", """
                        {"title": "%s", "text": "a rival gives 8 %%", "products": ["Press"]}""".formatted(title)).path("id").asString();
        noor.posts("/v1/market-notes", """
                {"title": "%s", "text": "a rival gives 10 %%", "products": ["Press"]}""".formatted(title));
        assertThat(darcel.reads("/v1/market-notes?product=Press").path("items").findValuesAsString("text"))
                .contains("a rival gives 10 %");
        assertThat(darcel.reads("/v1/market-notes/" + note)).hasSize(2);
    }

    @Test
    void a_sales_manager_approves_answers_adjusts_gives_feedback_sets_a_quota_and_reassigns() {
        String deal = department.accepted(customer());
        darcel.does(deal, "open-negotiation");
        department.plans(deal);
        darcel.does(deal, "make-offer", Department.offer("700.00"));
        department.signed(deal);
        darcel.does(deal, "request-approval", "{\"reason\": \"they insist\"}");
        darcel.does(deal, "ask-question", "{\"asked\": \"melvin-marxen\", \"text\": \"how low?\"}");
        assertThat(melvin.asked(deal)).containsExactlyInAnyOrder("APPROVAL", "QUESTION");
        melvin.does(deal, "reject-approval", "{\"request\": 1, \"reason\": \"below what we can bear\"}");
        melvin.does(deal, "answer-question", "{\"question\": 1, \"answer\": \"990 each\"}");
        assertThat(melvin.asked(deal)).isEmpty();
        assertThat(darcel.isRefused(deal, "agree-terms", "{}")).isEqualTo("approval-required");

        darcel.does(deal, "revise-forecast", "{\"category\": \"COMMIT\", \"expectedClose\": \"%s\"}".formatted(SOON));
        darcel.does(deal, "submit-forecast");
        melvin.does(deal, "adjust-forecast", "{\"category\": \"BEST_CASE\", \"reason\": \"no price yet\"}");
        soon("analysts see the adjusted forecast")
                .until(() -> melvin.report("/v1/deals/" + deal)
                        .findValuesAsString("callCategory")
                        .contains("BEST_CASE"));

        String event = event(deal, "approval-rejected");
        soon("the event is known where feedback is kept")
                .untilAsserted(() -> melvin.posts("/v1/feedback", """
                        {"member": "darcel-schlecht", "role": "ACCOUNT_EXECUTIVE", "event": "%s", "kind": "ADVICE",
                         "text": "ask me before you name a price"}""".formatted(event)));
        assertThat(darcel.reads("/v1/feedback?deal=" + deal).path("items").findValuesAsString("event"))
                .containsExactly(event);

        paid(melvin, darcel);
        melvin.posts("/v1/deals/" + deal + "/reassign", "{\"role\": \"SALES_MANAGER\", \"member\": \"melvin-marxen\"}");
        melvin.holds(deal);
        melvin.does(deal, "close-deal", "{\"outcome\": \"LOST\", \"reason\": \"PRICE\", \"competitor\": \"Rival\"}");
        assertThat(melvin.state(deal)).isEqualTo("Lost");
    }

    /// What the executive wins this year counts, from the close on.
    private void paid(AtWork manager, AtWork executive) {
        String year = String.valueOf(SOON.minusDays(30).getYear());
        manager.puts("/v1/incentive-plans/journey", """
                {"currency": "EUR", "period": "YEAR", "rate": 5, "accelerators": [{"from": 100, "rate": 8}],
                 "splits": {"ACCOUNT_EXECUTIVE": 80, "SALES_REPRESENTATIVE": 20}}""");
        manager.puts("/v1/quotas/darcel-schlecht/" + year, """
                {"amount": {"amount": "1000000.00", "currency": "EUR"}, "plan": "journey"}""");
        String won = department.won(customer());
        JsonNode attainment = soon("the win counts")
                .until(
                        () -> executive.reads("/v1/quotas/darcel-schlecht/" + year + "/attainment"),
                        told -> told.path("lines").findValuesAsString("deal").contains(won));
        JsonNode line = attainment
                .path("lines")
                .valueStream()
                .filter(one -> one.path("deal").asString().equals(won))
                .findFirst()
                .orElseThrow();
        assertThat(line.path("credited").path("amount").asString()).isEqualTo("8800.00");
        assertThat(line.path("earned").path("amount").asString()).isEqualTo("440.00");
    }

    @Test
    void a_support_representative_refuses_takes_over_serves_and_brings_the_customer_back() {
        String deal = department.won(customer());
        ondine.declines(deal, "{\"ground\": \"PACKAGE_INCOMPLETE\", \"reason\": \"whom to call\"}");
        assertThat(darcel.deal(deal).path("holder").path("member").asString()).isEqualTo("darcel-schlecht");
        darcel.does(deal, "prepare-handover", Department.PACKAGE);
        ondine.accepts(deal);
        soon("the deal is support's").until(() -> ondine.state(deal).equals("InSupport"));

        ondine.does(deal, "start-onboarding", "{\"plan\": \"two days on site\"}");
        ondine.does(deal, "make-commitment", """
                {"commitment": "parts", "what": "Spare parts on site", "workingMinutes": 960}""");
        ondine.does(
                deal, "open-case", "{\"ticket\": \"C-1\", \"subject\": \"Press 4 stops\", \"priority\": \"URGENT\"}");
        assertThat(darcel.isRefused(deal, "resolve-case", "{\"ticket\": \"C-1\", \"resolution\": \"valve\"}"))
                .isEqualTo("not-the-holder");
        ondine.does(deal, "resolve-case", "{\"ticket\": \"C-1\", \"resolution\": \"valve replaced\"}");
        ondine.does(deal, "fulfil-commitment", "{\"commitment\": \"parts\"}");
        ondine.does(deal, "complete-onboarding");
        ondine.does(deal, "record-satisfaction", "{\"score\": 5, \"comment\": \"quick\"}");
        ondine.does(deal, "schedule-renewal", "{\"on\": \"2099-01-01\"}");

        String more = ondine.does(deal, "raise-return-business", "{\"kind\": \"UPSELL\", \"request\": \"second hall\"}")
                .path("dealId")
                .asString();
        darcel.accepts(more);
        JsonNode origin = darcel.deal(more).path("origin");
        assertThat(origin.path("deal").asString()).isEqualTo(deal);
        assertThat(origin.path("raisedBy").asString()).isEqualTo("ondine-marsh");
        assertThat(ondine.deal(deal)
                        .path("service")
                        .path("cases")
                        .path("C-1")
                        .path("resolution")
                        .asString())
                .isEqualTo("valve replaced");
    }

    private String event(String deal, String name) {
        return soon(name + " is read")
                .until(
                        () -> melvin.report("/v1/deals/" + deal + "/timeline?limit=1000")
                                .path("items")
                                .valueStream()
                                .filter(told -> told.path("type").asString().equals("baton.deal." + name + ".v1"))
                                .map(told -> told.path("eventId").asString())
                                .toList(),
                        found -> found.size() == 1)
                .getFirst();
    }

    private static List<String> held(AtWork person) {
        return person.queue()
                .valueStream()
                .filter(item -> item.path("kind").asString().equals("HELD"))
                .map(item -> item.path("deal").asString())
                .toList();
    }

    private static String customer() {
        return "customer-" + UUID.randomUUID();
    }
}
