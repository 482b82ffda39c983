package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_SPECIALIST;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGround;
import dev.baton.contract.deal.ApprovalEvent.ApprovalRequested;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.contract.deal.ConsultationEvent.QuestionAnswered;
import dev.baton.contract.deal.ConsultationEvent.QuestionAsked;
import dev.baton.contract.deal.ConsultationEvent.RequestEscalated;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.HoldEvent.DealPutOnHold;
import dev.baton.contract.deal.HoldEvent.DealResumed;
import dev.baton.contract.deal.HoldEvent.ResumeCause;
import dev.baton.contract.deal.PlanEvent.SalesPlanDrafted;
import dev.baton.contract.deal.PlanEvent.SalesPlanRequested;
import dev.baton.contract.deal.PlanItem;
import dev.baton.contract.deal.ProgressEvent.NextStepSet;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.contract.deal.SlaEvent.Sla;
import dev.baton.contract.deal.SlaEvent.SlaBreached;
import dev.baton.contract.deal.Stage;
import dev.baton.contract.deal.SupportEvent.HandoverPrepared;
import dev.baton.web.edge.testing.TestTokens;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What stands in somebody's queue, in which order, and who may see it.
class QueueEndToEndTest {
    private static final String OFFICE = TestTokens.client("office", "members:write", "ops");

    private static final PlanItem TRAINING = new PlanItem("train three shifts", List.of("N1"), null, null);

    private static Service service;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        service = new Service();
        relay = new RunningRelay(service);
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000);
        Map<String, Object> asked = Map.of("acceptance", "PERSON");
        relay.policies("asked", Map.of("ACCOUNT_EXECUTIVE", asked, "CUSTOMER_SUPPORT_REPRESENTATIVE", asked));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_queue_shows_what_others_wait_for_first_and_then_what_is_held() {
        service.join(ACCOUNT_EXECUTIVE, "fay", 1000);
        service.join(SALES_MANAGER, "mia", 1000);
        String fay = TestTokens.member("fay", "ACCOUNT_EXECUTIVE");
        String held = relay.qualified("asked", "fay");
        assertThat(service.post(fay, "/v1/offers/" + relay.offerTo("fay", held) + "/accept", Map.of())
                        .status())
                .isEqualTo(200);
        eventually()
                .untilAsserted(
                        () -> assertThat(relay.held(List.of(held), "fay")).isOne());
        String second = relay.qualified("asked", "fay");
        String first = relay.qualified("asked", "fay");
        // due an hour before the other one, whenever working time has begun meanwhile
        service.sql()
                .update(
                        "update offer set due_at = (select due_at from offer where offer = ?) - interval '1 hour'"
                                + " where offer = ?",
                        relay.offerTo("fay", second),
                        relay.offerTo("fay", first));

        JsonNode queue = service.get(fay, "/v1/members/fay/queue").json().get("items");
        assertThat(queue.findValuesAsString("deal")).containsExactly(first, second, held);
        assertThat(queue.findValuesAsString("kind")).containsExactly("OFFER", "OFFER", "HELD");
        assertThat(queue.get(0).hasNonNull("due")).isTrue();
        JsonNode page = service.get(fay, "/v1/members/fay/queue?limit=2").json();
        JsonNode rest = service.get(
                        fay,
                        "/v1/members/fay/queue?limit=2&after="
                                + page.get("next").asString())
                .json();
        assertThat(rest.get("items").findValuesAsString("deal")).containsExactly(held);

        for (String deal : List.of(first, second)) {
            service.post(
                    fay, "/v1/offers/" + relay.offerTo("fay", deal) + "/decline", Map.of("ground", "NOT_QUALIFIED"));
        }
        eventually()
                .untilAsserted(() -> assertThat(service.get(fay, "/v1/members/fay/queue")
                                .json()
                                .get("items")
                                .findValuesAsString("kind"))
                        .containsExactly("HELD"));
        assertThat(relay.held(List.of(first, second), "rita")).isEqualTo(2);
    }

    @Test
    void what_somebody_holds_stands_in_the_order_in_which_it_is_due() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "mo", 1000);
        String first = held("mo");
        String second = held("mo");
        String third = held("mo");
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("mo"), "mo")) {
            stream.next("snapshot");
            service.tell(third, DAY, new NextStepSet("send the plan", LocalDate.parse("2026-12-01")));
            JsonNode put = stream.next("changes").get("put");
            assertThat(put.findValuesAsString("deal")).containsExactly(third);
            assertThat(put.get(0).get("due").asString()).isEqualTo("2026-12-01T17:00:00Z");
            assertThat(put.get(0).get("reason").asString()).isEqualTo("send the plan");
        }
        service.tell(
                second,
                DAY,
                new NextStepSet("call", LocalDate.parse("2026-12-02")),
                new NextStepSet("call again", LocalDate.parse("2026-11-30")));
        eventually()
                .untilAsserted(
                        () -> assertThat(queue("mo").findValuesAsString("deal")).containsExactly(second, third, first));
        assertThat(page("mo", null).get("items").findValuesAsString("deal")).containsExactly(second);
        service.tell(second, DAY, new DealPutOnHold(Stage.QUALIFIED, LocalDate.parse("2026-12-24"), "budget"));
        eventually()
                .untilAsserted(
                        () -> assertThat(queue("mo").findValuesAsString("deal")).containsExactly(third, second, first));
        assertThat(queue("mo").get(1).get("due").asString()).isEqualTo("2026-12-24T00:00:00Z");
        JsonNode one = page("mo", null);
        JsonNode two = page("mo", one.get("next").asString());
        JsonNode three = page("mo", two.get("next").asString());
        assertThat(List.of(one, two, three))
                .extracting(page -> page.get("items").get(0).get("deal").asString())
                .containsExactly(third, second, first);
    }

    private static String held(String member) {
        String deal = relay.qualified("asked", member);
        relay.accept(member, deal);
        eventually().untilAsserted(() -> {
            assertThat(queue(member).findValuesAsString("deal")).contains(deal);
            assertThat(queue(member).findValuesAsString("kind")).containsOnly("HELD");
        });
        return deal;
    }

    @Test
    void what_support_lacks_stands_in_the_queue_of_whoever_closed_the_deal() {
        service.join(ACCOUNT_EXECUTIVE, "ali", 1000);
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                lead("asked", "South", new RequestedHolder(ACCOUNT_EXECUTIVE, "ali"), null),
                new LeadQualified(null, null, null));
        relay.accept("ali", deal);
        service.tell(deal, DAY, new Closed(Outcome.WON, null, null, null));
        String offer = relay.offerTo("sam", deal);
        String path = "/v1/offers/" + offer + "/decline";
        assertThat(service.post(TestTokens.member("sam"), path, Map.of("ground", "PACKAGE_INCOMPLETE"))
                        .status())
                .isEqualTo(422);
        service.post(
                TestTokens.member("sam"), path, Map.of("ground", "PACKAGE_INCOMPLETE", "reason", "no signed plan"));
        eventually().untilAsserted(() -> {
            JsonNode item = queue("ali").get(0);
            assertThat(item.get("kind").asString()).isEqualTo("PACKAGE");
            assertThat(item.get("reason").asString()).isEqualTo("no signed plan");
            assertThat(Instant.parse(item.get("due").asString())).isAfter(Instant.now());
        });
        theNextHolderOwesIt(deal, queue("ali").get(0).get("due"));
    }

    private static void theNextHolderOwesIt(String deal, JsonNode due) {
        service.join(ACCOUNT_EXECUTIVE, "alf", 1000);
        service.join(SALES_MANAGER, "mia", 1000);
        Map<String, Object> to = Map.of("role", "ACCOUNT_EXECUTIVE", "member", "alf");
        assertThat(service.post(TestTokens.member("mia", "SALES_MANAGER"), "/v1/deals/" + deal + "/reassign", to)
                        .status())
                .isEqualTo(200);
        eventually().untilAsserted(() -> {
            JsonNode item = queue("alf").get(0);
            assertThat(item.get("kind").asString()).isEqualTo("PACKAGE");
            assertThat(item.get("reason").asString()).isEqualTo("no signed plan");
            assertThat(item.get("due")).isEqualTo(due);
            assertThat(queue("ali")).isEmpty();
        });
        service.post(OFFICE, "/v1/members/sam/availability", Map.of("availability", "ABSENT"));
        service.tell(deal, DAY, new HandoverPrepared(new HandoverPackage("all of it", null, null)));
        eventually().untilAsserted(() -> {
            assertThat(queue("alf").get(0).get("kind").asString()).isEqualTo("HELD");
            assertThat(service.sql()
                            .queryForObject("select role from waiting_assignment where deal = ?", String.class, deal))
                    .isEqualTo("CUSTOMER_SUPPORT_REPRESENTATIVE");
        });
        assertThat(service.sql()
                        .queryForObject(
                                "select count(*) from offer where deal = ? and role = ?",
                                Integer.class,
                                deal,
                                "CUSTOMER_SUPPORT_REPRESENTATIVE"))
                .isOne();
        service.post(OFFICE, "/v1/members/sam/availability", Map.of("availability", "AVAILABLE"));
        assertThat(relay.offerTo("sam", deal)).isNotEmpty();
    }

    @Test
    void what_somebody_is_asked_for_stands_in_their_queue_until_it_is_done_or_somebody_elses() throws Exception {
        service.join(SALES_SPECIALIST, "noor", 0);
        service.join(SALES_MANAGER, "mila", 0);
        service.join(SALES_MANAGER, "gus", 0);
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("asked", "South", null, null));
        Instant due = Instant.parse("2026-12-01T12:00:00Z");
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("noor"), "noor")) {
            stream.next("snapshot");
            service.tell(deal, DAY, new SalesPlanRequested(1, "eve", null, "three shifts", due));
            JsonNode put = stream.next("changes").get("put").get(0);
            assertThat(put.get("kind").asString()).isEqualTo("PLAN");
            assertThat(put.get("what").asString()).isEqualTo("PLAN/1");
            assertThat(put.get("askedBy").asString()).isEqualTo("eve");
            assertThat(put.get("reason").asString()).isEqualTo("three shifts");
            assertThat(put.get("due").asString()).isEqualTo(due.toString());
            service.tell(deal, DAY, new SalesPlanDrafted(1, "noor", "as asked", List.of(TRAINING)));
            assertThat(stream.next("changes").get("gone").get(0).asString()).isEqualTo("PLAN/" + deal + "/PLAN/1");
        }
        assertThat(queue("mila")).isEmpty();
        service.tell(
                deal,
                DAY,
                new ApprovalRequested(
                        1,
                        1,
                        "eve",
                        "mila",
                        List.of(ApprovalGround.DISCOUNT),
                        new BigDecimal("12.00"),
                        new BigDecimal("30.00"),
                        "three presses",
                        due),
                new QuestionAsked(1, "eve", "mila", "May we?", due.plusSeconds(60)));
        eventually()
                .untilAsserted(() ->
                        assertThat(queue("mila").findValuesAsString("kind")).containsExactly("APPROVAL", "QUESTION"));
        Instant later = due.plusSeconds(3600);
        service.tell(
                deal,
                DAY,
                new RequestEscalated(RequestKind.APPROVAL, 1, "mila", "gus", later),
                new SlaBreached(
                        Sla.STAGE_LIMIT, Stage.NEGOTIATING, DAY, DAY, new Holder(ACCOUNT_EXECUTIVE, "eve"), "gus"));
        eventually().untilAsserted(() -> {
            assertThat(queue("mila").findValuesAsString("kind")).containsExactly("QUESTION");
            assertThat(queue("gus").findValuesAsString("kind")).containsExactly("LATE", "APPROVAL");
        });
        assertThat(queue("gus").get(1).get("due").asString()).isEqualTo(later.toString());
        service.tell(deal, DAY, new DealPutOnHold(Stage.NEGOTIATING, LocalDate.parse("2026-12-24"), "budget"));
        service.tell(deal, DAY.plusSeconds(7200), new DealResumed(Stage.NEGOTIATING, ResumeCause.PERSON, "eve"));
        eventually()
                .untilAsserted(() -> assertThat(queue("gus").get(1).get("due").asString())
                        .isEqualTo(later.plusSeconds(7200).toString()));
        service.tell(deal, DAY, new Closed(Outcome.LOST, null, "price", null), new QuestionAnswered(1, "mila", "no"));
        eventually().untilAsserted(() -> {
            assertThat(queue("mila")).isEmpty();
            assertThat(queue("gus")).isEmpty();
        });
    }

    @Test
    void a_queue_of_requests_is_paged_although_many_are_due_at_once() {
        service.join(SALES_MANAGER, "paz", 0);
        String deal = service.newDeal();
        Instant due = Instant.parse("2026-12-01T12:00:00Z");
        service.tell(
                deal,
                DAY,
                lead("asked", "South", null, null),
                new AdviceRequested(1, "eve", "paz", "market", due),
                new AdviceRequested(2, "eve", "paz", "price", due));
        eventually()
                .untilAsserted(() ->
                        assertThat(queue("paz").findValuesAsString("what")).contains("ADVICE/2"));
        JsonNode one = page("paz", null);
        JsonNode two = page("paz", one.get("next").asString());
        assertThat(one.get("items").findValuesAsString("what")).containsExactly("ADVICE/1");
        assertThat(two.get("items").findValuesAsString("what")).containsExactly("ADVICE/2");
    }

    /// Whoever pages while deals come and go sees each that stays once, and one that comes once at most: it may belong
    /// on a page that they have left.
    @Test
    void what_stays_is_on_one_page_alone_while_other_things_change() {
        service.join(ACCOUNT_EXECUTIVE, "page", 1000);
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            deals.add(relay.qualified("asked", "page"));
        }
        eventually().untilAsserted(() -> assertThat(queue("page")).hasSize(6));
        List<String> seen = new ArrayList<>();
        String token = TestTokens.member("page");
        JsonNode page = service.get(token, "/v1/members/page/queue?limit=2").json();
        page.get("items").forEach(item -> seen.add(item.get("deal").asString()));
        String gone = seen.getFirst();
        service.tell(gone, DAY, new Closed(Outcome.LOST, null, "price", null));
        String come = relay.qualified("asked", "page");
        eventually()
                .untilAsserted(() -> assertThat(queue("page").findValuesAsString("deal"))
                        .hasSize(6)
                        .contains(come)
                        .doesNotContain(gone));
        while (page.hasNonNull("next")) {
            page = service.get(
                            token,
                            "/v1/members/page/queue?limit=2&after="
                                    + page.get("next").asString())
                    .json();
            page.get("items").forEach(item -> seen.add(item.get("deal").asString()));
        }
        assertThat(seen).doesNotHaveDuplicates().containsAll(deals);
    }

    private static JsonNode page(String member, @Nullable String after) {
        String query = "?limit=1" + (after == null ? "" : "&after=" + after);
        return service.get(TestTokens.member(member), "/v1/members/" + member + "/queue" + query)
                .json();
    }

    @Test
    void a_queue_is_seen_by_its_member_their_manager_and_operators_alone() {
        service.post(
                OFFICE,
                "/v1/members",
                Map.of("id", "nell", "name", "Nell", "role", "ACCOUNT_EXECUTIVE", "capacity", 0, "manager", "mona"));
        service.join(ACCOUNT_EXECUTIVE, "otto", 0);
        assertThat(sees(TestTokens.person("nell", List.of("ACCOUNT_EXECUTIVE")), "nell"))
                .isEqualTo(200);
        assertThat(sees(TestTokens.person("mona", List.of("SALES_MANAGER")), "nell"))
                .isEqualTo(200);
        assertThat(sees(TestTokens.person("max", List.of("SALES_MANAGER")), "nell"))
                .isEqualTo(403);
        assertThat(sees(TestTokens.person("max", List.of("SALES_MANAGER")), "otto"))
                .isEqualTo(200);
        assertThat(sees(TestTokens.person("otto", List.of("ACCOUNT_EXECUTIVE")), "nell"))
                .isEqualTo(403);
        assertThat(sees(TestTokens.client("crm", "deals:read"), "nell")).isEqualTo(403);
        assertThat(sees(OFFICE, "nell")).isEqualTo(200);
        assertThat(sees(OFFICE, "nobody")).isEqualTo(404);
        assertThat(QueueStream.status(service, TestTokens.person("otto", List.of("ACCOUNT_EXECUTIVE")), "nell"))
                .isEqualTo(403);
    }

    private static int sees(String token, String member) {
        return service.get(token, "/v1/members/" + member + "/queue").status();
    }

    private static JsonNode queue(String member) {
        return service.get(TestTokens.member(member), "/v1/members/" + member + "/queue")
                .json()
                .get("items");
    }
}
