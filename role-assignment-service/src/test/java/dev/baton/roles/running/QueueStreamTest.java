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
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What a person sees of their queue while it changes, and who may see it.
class QueueStreamTest {
    private static final String OFFICE = TestTokens.client("office", "members:write", "ops");

    private static final PlanItem TRAINING = new PlanItem("train three shifts", List.of("N1"), null, null);

    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000);
        Map<String, Object> asked = Map.of("acceptance", "PERSON");
        assertThat(service.put(
                                OFFICE,
                                "/v1/routing-policies/asked",
                                Map.of(
                                        "roles",
                                        Map.of("ACCOUNT_EXECUTIVE", asked, "CUSTOMER_SUPPORT_REPRESENTATIVE", asked)))
                        .status())
                .isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_queue_is_told_whole_and_then_as_it_changes() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "eve", 1000);
        String first = qualified("eve");
        eventually().untilAsserted(() -> assertThat(queue("eve")).hasSize(1));
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("eve"), "eve")) {
            JsonNode snapshot = stream.next("snapshot");
            assertThat(snapshot.get("items").findValuesAsString("deal")).containsExactly(first);
            assertThat(snapshot.get("items").get(0).hasNonNull("due")).isTrue();

            String second = qualified("eve");
            JsonNode put = stream.next("changes").get("put");
            assertThat(put.findValuesAsString("deal")).containsExactly(second);
            assertThat(put.get(0).get("kind").asString()).isEqualTo("OFFER");

            accept("eve", first);
            List<String> kinds = new ArrayList<>();
            List<String> gone = new ArrayList<>();
            while (kinds.isEmpty()) {
                JsonNode change = stream.next("changes");
                kinds.addAll(change.get("put").findValuesAsString("kind"));
                change.get("gone").forEach(key -> gone.add(key.asString()));
            }
            assertThat(kinds).containsExactly("HELD");
            assertThat(gone).hasSize(1);
            assertThat(gone.getFirst()).startsWith("OFFER/");
        }
    }

    @Test
    void whoever_comes_back_is_told_all_of_it_again() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "ira", 1000);
        String deal = qualified("ira");
        eventually().untilAsserted(() -> assertThat(queue("ira")).hasSize(1));
        String last;
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("ira"), "ira")) {
            stream.next("snapshot");
            last = stream.lastId();
        }
        accept("ira", deal);
        eventually()
                .untilAsserted(() ->
                        assertThat(queue("ira").findValuesAsString("kind")).containsExactly("HELD"));
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("ira"), "ira", last)) {
            assertThat(stream.next("snapshot").get("items").findValuesAsString("kind"))
                    .containsExactly("HELD");
            assertThat(Long.parseLong(stream.lastId())).isGreaterThan(Long.parseLong(last));
        }
    }

    @Test
    void what_somebody_else_takes_away_is_gone() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "uma", 1000);
        String deal = qualified("uma");
        eventually().untilAsserted(() -> assertThat(queue("uma")).hasSize(1));
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("uma"), "uma")) {
            stream.next("snapshot");
            service.tell(deal, DAY, new Closed(Outcome.LOST, null, "price", null));
            assertThat(stream.next("changes").get("gone")).hasSize(1);
        }
    }

    @Test
    void a_stream_ends_when_the_person_leaves() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "leo", 0);
        try (QueueStream stream = QueueStream.open(service, TestTokens.member("leo"), "leo")) {
            stream.next("snapshot");
            service.post(OFFICE, "/v1/members/leo/departure", Map.of());
            stream.next("departed");
            assertThat(stream.isOver()).isTrue();
        }
    }

    @Test
    void a_stream_ends_with_the_token_that_it_was_opened_with() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "kim", 0);
        try (QueueStream stream = QueueStream.open(service, TestTokens.goodFor(3, "kim"), "kim")) {
            stream.next("snapshot");
            stream.next("end");
            assertThat(stream.isOver()).isTrue();
        }
    }

    @Test
    void a_stream_ends_when_its_reader_may_not_see_the_queue_any_more() throws Exception {
        reportsTo("lara", "mona");
        try (QueueStream stream =
                QueueStream.open(service, TestTokens.person("mona", List.of("SALES_MANAGER")), "lara")) {
            stream.next("snapshot");
            reportsTo("lara", "max");
            stream.next("forbidden");
            assertThat(stream.isOver()).isTrue();
        }
    }

    private static void reportsTo(String member, String manager) {
        Service.Answer told = service.post(
                OFFICE,
                "/v1/members",
                Map.of("id", member, "name", member, "role", "ACCOUNT_EXECUTIVE", "capacity", 0, "manager", manager));
        assertThat(told.status()).as(told.body()).isIn(200, 201);
    }

    /// Whoever looks at the headers alone would else wait for half an hour, in one of the few places.
    @Test
    void only_the_headers_are_answered_at_once_and_take_no_place() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "hal", 0);
        for (int i = 0; i < 6; i++) {
            HttpResponse<String> head = ask("HEAD", "hal", "text/event-stream");
            assertThat(head.statusCode()).isEqualTo(200);
            assertThat(head.headers().firstValue("Content-Type")).hasValue("text/event-stream");
        }
        assertThat(QueueStream.status(service, OFFICE, "hal")).isEqualTo(200);
        assertThat(ask("HEAD", "/v1/events", "text/event-stream").statusCode()).isEqualTo(200);
        assertThat(ask("HEAD", "/v1/events", "application/x-ndjson").statusCode())
                .isEqualTo(200);
    }

    @Test
    void what_a_queue_is_not_given_as_is_said() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "ike", 0);
        HttpResponse<String> picture = ask("GET", "ike", "image/png");
        assertThat(picture.statusCode()).isEqualTo(406);
        assertThat(picture.body()).contains("\"allowed\"", "text/event-stream");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(ask("DELETE", "ike", "application/json").statusCode()).isEqualTo(405);
        HttpResponse<String> options = ask("OPTIONS", "ike", "*/*");
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("GET", "HEAD");
    }

    private static HttpResponse<String> ask(String method, String path, String accept) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        service.request(OFFICE, path.startsWith("/") ? path : "/v1/members/" + path + "/queue")
                                .timeout(Service.PATIENCE)
                                .header("Accept", accept)
                                .method(method, BodyPublishers.noBody())
                                .build(),
                        BodyHandlers.ofString());
    }

    @Test
    void two_streams_of_one_queue_are_told_the_same() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "dana", 1000);
        try (QueueStream one = QueueStream.open(service, TestTokens.member("dana"), "dana");
                QueueStream other = QueueStream.open(service, OFFICE, "dana")) {
            one.next("snapshot");
            other.next("snapshot");
            String deal = qualified("dana");
            assertThat(one.next("changes").get("put").findValuesAsString("deal"))
                    .containsExactly(deal);
            assertThat(other.next("changes").get("put").findValuesAsString("deal"))
                    .containsExactly(deal);
        }
    }

    /// Whoever pages while deals come and go sees each that stays once, and one that comes once at most: it may belong
    /// on a page that they have left.
    @Test
    void what_stays_is_on_one_page_alone_while_other_things_change() {
        service.join(ACCOUNT_EXECUTIVE, "page", 1000);
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            deals.add(qualified("page"));
        }
        eventually().untilAsserted(() -> assertThat(queue("page")).hasSize(6));
        List<String> seen = new ArrayList<>();
        String token = TestTokens.member("page");
        JsonNode page = service.get(token, "/v1/members/page/queue?limit=2").json();
        page.get("items").forEach(item -> seen.add(item.get("deal").asString()));
        String gone = seen.getFirst();
        service.tell(gone, DAY, new Closed(Outcome.LOST, null, "price", null));
        String come = qualified("page");
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

    @Test
    void a_stream_ends_when_the_service_stops_and_does_not_hold_it_up() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "una", 1000);
        Service instance = service.another();
        try (QueueStream stream = QueueStream.open(instance, TestTokens.member("una", "ACCOUNT_EXECUTIVE"), "una")) {
            stream.next("snapshot");
            CompletableFuture<Void> stopped = CompletableFuture.runAsync(instance::stop, Thread::startVirtualThread);
            stream.next("end");
            assertThat(stream.isOver()).isTrue();
            stopped.get(Service.PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
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

    @Test
    void there_are_no_more_streams_of_a_queue_than_settings_say() throws Exception {
        service.join(ACCOUNT_EXECUTIVE, "pia", 0);
        List<QueueStream> open = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                QueueStream stream = QueueStream.open(service, OFFICE, "pia");
                stream.next("snapshot");
                open.add(stream);
            }
            assertThat(QueueStream.status(service, OFFICE, "pia")).isEqualTo(429);
        } finally {
            open.forEach(QueueStream::close);
        }
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
        accept("ali", deal);
        service.tell(deal, DAY, new Closed(Outcome.WON, null, null, null));
        String offer = offer("sam", deal);
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
        assertThat(offer("sam", deal)).isNotEmpty();
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

    private static JsonNode page(String member, @Nullable String after) {
        String query = "?limit=1" + (after == null ? "" : "&after=" + after);
        return service.get(TestTokens.member(member), "/v1/members/" + member + "/queue" + query)
                .json();
    }

    private static String held(String member) {
        String deal = qualified(member);
        accept(member, deal);
        eventually().untilAsserted(() -> {
            assertThat(queue(member).findValuesAsString("deal")).contains(deal);
            assertThat(queue(member).findValuesAsString("kind")).containsOnly("HELD");
        });
        return deal;
    }

    private static int sees(String token, String member) {
        return service.get(token, "/v1/members/" + member + "/queue").status();
    }

    private static JsonNode queue(String member) {
        return service.get(TestTokens.member(member), "/v1/members/" + member + "/queue")
                .json()
                .get("items");
    }

    private static void accept(String member, String deal) {
        assertThat(service.post(TestTokens.member(member), "/v1/offers/" + offer(member, deal) + "/accept", Map.of())
                        .status())
                .isEqualTo(200);
    }

    private static String offer(String member, String deal) {
        String sql = "select offer from offer where answer is null and member = ? and deal = ?";
        return eventually()
                .until(() -> service.sql().queryForList(sql, String.class, member, deal), offers -> !offers.isEmpty())
                .getFirst();
    }

    private static String qualified(String wish) {
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                lead("asked", "South", new RequestedHolder(ACCOUNT_EXECUTIVE, wish), null),
                new LeadQualified(null, null, null));
        return deal;
    }
}
