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

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RelayEndToEndTest {
    private static final String READER = TestTokens.client("test", "members:write", "deals:read");
    private static final String OFFICE = TestTokens.client("office", "ops");

    private static final JsonMapper JSON = new JsonMapper();

    private static Service service;

    @BeforeAll
    static void start() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(ACCOUNT_EXECUTIVE, "anna", 1000);
        service.join(ACCOUNT_EXECUTIVE, "ben", 1000);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 1000, "East", "South");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_deal_is_handed_from_the_steward_over_all_legs_to_support() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("East", new RequestedHolder(ACCOUNT_EXECUTIVE, "ben"), null));
        eventually()
                .untilAsserted(
                        () -> assertThat(service.holder(deal)).isEqualTo(new Holder(SALES_REPRESENTATIVE, "rita")));

        service.tell(deal, DAY.plus(Duration.ofDays(2)), new LeadQualified(null, null, null));
        eventually()
                .untilAsserted(() -> assertThat(service.holder(deal)).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "ben")));

        service.tell(deal, DAY.plus(Duration.ofDays(40)), new Closed(Outcome.WON, null, null, null));
        eventually()
                .untilAsserted(() ->
                        assertThat(service.holder(deal)).isEqualTo(new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam")));

        assertThat(service.load(SALES_MANAGER, "steward")).isZero();
        assertThat(service.load(SALES_REPRESENTATIVE, "rita")).isZero();
        assertThat(service.load(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam")).isOne();
    }

    @Test
    void support_that_is_short_by_two_leaves_exactly_two_waiting_until_somebody_joins() {
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "nora", 3, "North");
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            String deal = service.newDeal();
            deals.add(deal);
            service.tell(deal, DAY.plusSeconds(i), lead("North", null, null), won());
        }
        eventually().untilAsserted(() -> assertThat(held(deals, "nora")).isEqualTo(3));
        eventually().untilAsserted(() -> assertThat(service.waiting("North")).isEqualTo(2));
        JsonNode queue = service.get(READER, "/v1/waiting?territory=North").json();
        assertThat(queue.get("items")).hasSize(2);
        assertThat(queue.get("counts").valueStream().filter(count -> inTheNorth(count)))
                .singleElement()
                .satisfies(count -> assertThat(count.get("deals").asInt()).isEqualTo(2));
        String longest = queue.get("items").get(0).get("deal").asString();

        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "nils", 1, "North");
        eventually()
                .untilAsserted(() -> assertThat(service.holder(longest))
                        .isEqualTo(new Holder(CUSTOMER_SUPPORT_REPRESENTATIVE, "nils")));
        assertThat(service.waiting("North")).isOne();

        assertThat(service.post(READER, "/v1/members/nils/capacity", Map.of("capacity", 2))
                        .status())
                .isEqualTo(200);
        eventually().untilAsserted(() -> assertThat(service.waiting("North")).isZero());
        eventually().untilAsserted(() -> assertThat(held(deals, "nils")).isEqualTo(2));
    }

    private static boolean inTheNorth(JsonNode count) {
        return count.path("territory").asString("").equals("North");
    }

    @Test
    void a_person_is_asked_and_answers_over_http() {
        asking("asked", Map.of("ACCOUNT_EXECUTIVE", Map.of("acceptance", "PERSON")));
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                lead("asked", "South", new RequestedHolder(ACCOUNT_EXECUTIVE, "anna"), null),
                new LeadQualified(null, null, null));
        String offer = offerTo("anna", deal);
        assertThat(service.holder(deal)).isEqualTo(new Holder(SALES_REPRESENTATIVE, "rita"));

        assertThat(service.post(
                                TestTokens.member("ben", "ACCOUNT_EXECUTIVE"),
                                "/v1/offers/" + offer + "/accept",
                                Map.of())
                        .status())
                .isEqualTo(403);
        Service.Answer no = service.post(
                TestTokens.member("anna", "ACCOUNT_EXECUTIVE"),
                "/v1/offers/" + offer + "/decline",
                Map.of("reason", "on holiday"));
        assertThat(no.status()).isEqualTo(200);

        String next = offerTo("ben", deal);
        String ben = TestTokens.member("ben", "ACCOUNT_EXECUTIVE");
        assertThat(service.post(ben, "/v1/offers/" + next + "/accept", Map.of()).status())
                .isEqualTo(200);
        eventually()
                .untilAsserted(() -> assertThat(service.holder(deal)).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "ben")));
        assertThat(service.post(ben, "/v1/offers/" + next + "/accept", Map.of()).status())
                .isEqualTo(200);
        assertThat(service.post(ben, "/v1/offers/" + next + "/decline", Map.of())
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("offer-void");
        JsonNode story =
                service.get(READER, "/v1/deals/" + deal + "/responsibility").json();
        assertThat(story.get("epoch").asInt()).isEqualTo(2);
        assertThat(story.get("history")
                        .get(story.get("history").size() - 1)
                        .get("data")
                        .get("acceptance")
                        .asString())
                .isEqualTo("PERSON");
    }

    @Test
    void a_manager_reassigns_at_once_and_the_places_follow() {
        asking("forced", Map.of("ACCOUNT_EXECUTIVE", Map.of("acceptance", "PERSON")));
        service.join(ACCOUNT_EXECUTIVE, "cleo", 0);
        service.join(SALES_MANAGER, "mia", 10);
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                lead("forced", "South", new RequestedHolder(ACCOUNT_EXECUTIVE, "anna"), null),
                new LeadQualified(null, null, null));
        String offer = offerTo("anna", deal);
        Map<String, String> cleo = Map.of("role", "ACCOUNT_EXECUTIVE", "member", "cleo");
        String path = "/v1/deals/" + deal + "/reassign";
        assertThat(service.post(TestTokens.member("anna", "ACCOUNT_EXECUTIVE"), path, cleo)
                        .status())
                .isEqualTo(403);
        assertThat(service.post(TestTokens.member("mia", "SALES_MANAGER"), path, cleo)
                        .status())
                .isEqualTo(200);
        assertThat(service.holder(deal)).isEqualTo(new Holder(ACCOUNT_EXECUTIVE, "cleo"));
        eventually()
                .untilAsserted(() ->
                        assertThat(service.load(ACCOUNT_EXECUTIVE, "cleo")).isOne());
        assertThat(service.post(
                                TestTokens.member("anna", "ACCOUNT_EXECUTIVE"),
                                "/v1/offers/" + offer + "/accept",
                                Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    void a_manager_reassigns_a_deal_only_to_somebody_who_can_go_on_with_it() {
        service.join(SALES_MANAGER, "mia", 10);
        service.join(SALES_REPRESENTATIVE, "rolf", 0);
        service.join(ACCOUNT_EXECUTIVE, "cora", 0);
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null));
        eventually().untilAsserted(() -> assertThat(service.holder(deal)).isNotNull());
        String before = history(deal);
        requireMisfit(deal, ACCOUNT_EXECUTIVE, "cora", SALES_REPRESENTATIVE, SALES_MANAGER);
        requireMisfit(deal, CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", SALES_REPRESENTATIVE, SALES_MANAGER);
        assertThat(history(deal)).isEqualTo(before);
        assertThat(reassign(deal, SALES_REPRESENTATIVE, "rolf").status()).isEqualTo(200);

        service.tell(deal, DAY, new LeadQualified(null, null, null));
        eventually().untilAsserted(() -> assertThat(service.holder(deal).role()).isEqualTo(ACCOUNT_EXECUTIVE));
        requireMisfit(deal, SALES_REPRESENTATIVE, "rita", ACCOUNT_EXECUTIVE, SALES_MANAGER);
        assertThat(reassign(deal, SALES_REPRESENTATIVE, "rolf").status())
                .as("what has had its answer has the same again")
                .isEqualTo(200);
        assertThat(service.holder(deal).role()).isEqualTo(ACCOUNT_EXECUTIVE);
        assertThat(reassign(deal, ACCOUNT_EXECUTIVE, "cora").status()).isEqualTo(200);

        service.tell(deal, DAY, new Closed(Outcome.LOST, null, "price", null));
        eventually().untilAsserted(() -> assertThat(history(deal)).contains("responsibility-ended"));
        assertThat(reassign(deal, SALES_MANAGER, "mia").json().path("code").asString())
                .isEqualTo("ended");
    }

    private static void requireMisfit(String deal, Role role, String member, Role... allowed) {
        Service.Answer refused = reassign(deal, role, member);
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("role-does-not-fit");
        assertThat(refused.json().path("allowed").valueStream().map(JsonNode::asString))
                .containsExactly(Stream.of(allowed).map(Role::name).toArray(String[]::new));
    }

    /// Under a key that says what is asked for.
    private static Service.Answer reassign(String deal, Role role, String member) {
        return service.post(
                TestTokens.member("mia", "SALES_MANAGER"),
                "/v1/deals/" + deal + "/reassign",
                Map.of("role", role.name(), "member", member),
                deal + "/" + member);
    }

    private static String history(String deal) {
        return service.get(READER, "/v1/deals/" + deal + "/responsibility")
                .json()
                .get("history")
                .toString();
    }

    @Test
    void only_who_manages_in_the_department_reassigns() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null));
        eventually().until(() -> service.holder(deal) != null);
        service.join(SALES_MANAGER, "gone", 10);
        service.post(TestTokens.client("office", "members:write"), "/v1/members/gone/departure", Map.of());
        for (String stranger : List.of("nobody", "gone")) {
            Service.Answer refused = service.post(
                    TestTokens.member(stranger, "SALES_MANAGER"),
                    "/v1/deals/" + deal + "/reassign",
                    Map.of("role", "SALES_MANAGER", "member", "steward"));
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.json().path("code").asString()).isEqualTo("manager-needed");
        }
    }

    @Test
    void the_same_event_twice_has_one_effect() {
        String deal = service.newDeal();
        EventEnvelope found = service.topic().envelope(deal, DAY, lead("South", null, null));
        service.topic().send(found);
        service.topic().send(found);
        service.tell(deal, DAY, new LeadQualified(null, null, null));
        eventually()
                .untilAsserted(() -> assertThat(service.holder(deal))
                        .isNotNull()
                        .extracting(Holder::role)
                        .isEqualTo(ACCOUNT_EXECUTIVE));
        assertThat(service.sql()
                        .queryForObject(
                                "select count(*) from event where stream_id = ? and type like '%opened%'",
                                Integer.class, "responsibility/" + deal))
                .isOne();
    }

    @Test
    void a_lost_deal_is_nobodys_and_takes_no_place() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null), new Closed(Outcome.LOST, null, "price", null));
        eventually()
                .untilAsserted(() -> assertThat(service.get(READER, "/v1/deals/" + deal + "/responsibility")
                                .json()
                                .hasNonNull("ended"))
                        .isTrue());
        assertThat(service.sql().queryForObject("select count(*) from slot where deal = ?", Integer.class, deal))
                .isZero();
    }

    @Test
    void a_transfer_takes_effect_when_its_cause_happened() {
        String deal = service.newDeal();
        service.tell(deal, DAY, lead("South", null, null));
        service.tell(deal, DAY.plus(Duration.ofDays(7)), new LeadQualified(null, null, null));
        eventually()
                .untilAsserted(() -> assertThat(service.sql()
                                .queryForList(
                                        "select occurred_at from event where stream_id = ? and type like '%transferred%'"
                                                + " order by sequence",
                                        OffsetDateTime.class, "responsibility/" + deal))
                        .extracting(OffsetDateTime::toInstant)
                        .containsExactly(DAY, DAY.plus(Duration.ofDays(7))));
    }

    @Test
    void a_relay_that_is_stopped_in_the_middle_goes_on_where_it_was() {
        List<String> deals = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            String deal = service.newDeal();
            deals.add(deal);
            service.tell(deal, DAY, lead("South", null, null), new LeadQualified(null, null, null));
        }
        service.stop();
        deals.forEach(deal -> service.tell(deal, DAY, new Closed(Outcome.LOST, null, "price", null)));
        service.startAgain();
        eventually().untilAsserted(() -> assertThat(deals).allMatch(deal -> service.holder(deal) == null));
        eventually()
                .untilAsserted(() -> assertThat(service.sql()
                                .queryForObject(
                                        "select count(*) from responsibility where ended_at is not null and deal = any (?)",
                                        Integer.class,
                                        (Object) deals.toArray(String[]::new)))
                        .isEqualTo(30));
        assertThat(service.sql()
                        .queryForObject("select count(*) from slot where deal = any (?)", Integer.class, (Object)
                                deals.toArray(String[]::new)))
                .isZero();
    }

    @Test
    void joining_is_idempotent_and_its_key_belongs_to_its_body() {
        Map<String, Object> lena = Map.of("id", "lena", "name", "Lena", "role", "SALES_SPECIALIST", "capacity", 4);
        assertThat(service.post(READER, "/v1/members", lena, "key-1").status()).isEqualTo(201);
        assertThat(service.post(READER, "/v1/members", lena, "key-1").status()).isEqualTo(201);
        assertThat(service.post(READER, "/v1/members", lena).status()).isEqualTo(200);
        Map<String, Object> other = Map.of("id", "lena", "name", "Lena", "role", "SALES_SPECIALIST", "capacity", 5);
        assertThat(service.post(READER, "/v1/members", other, "key-1").status()).isEqualTo(422);
        assertThat(service.post(READER, "/v1/members", other).status()).isEqualTo(200);
        JsonNode roles = service.get(READER, "/v1/members/lena").json().get("roles");
        assertThat(roles.get(0).get("capacity").asInt()).isEqualTo(5);
    }

    @Test
    void people_are_listed_page_by_page() {
        JsonNode page = service.get(READER, "/v1/members?role=ACCOUNT_EXECUTIVE&limit=1")
                .json();
        assertThat(page.get("items").get(0).get("id").asString()).isEqualTo("anna");
        JsonNode next = service.get(
                        READER,
                        "/v1/members?role=ACCOUNT_EXECUTIVE&limit=1&after="
                                + page.get("next").asString())
                .json();
        assertThat(next.get("items").get(0).get("id").asString()).isEqualTo("ben");
    }

    @Test
    void the_log_can_be_followed_from_any_position() {
        String[] lines =
                service.get(READER, "/v1/events?after=0&limit=3").body().split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0]).contains("\"position\":1").contains("baton.member.member-joined.v1");
    }

    @Test
    void policies_have_versions() {
        assertThat(service.get(READER, "/v1/routing-policies/default")
                        .json()
                        .get("version")
                        .asInt())
                .isOne();
        Map<String, Object> rules = Map.of("roles", Map.of("SALES_REPRESENTATIVE", Map.of("weight", 2)));
        assertThat(service.put(OFFICE, "/v1/routing-policies/heavy", rules)
                        .json()
                        .get("version")
                        .asInt())
                .isOne();
        assertThat(service.put(OFFICE, "/v1/routing-policies/heavy", rules)
                        .json()
                        .get("version")
                        .asInt())
                .isOne();
        assertThat(service.put(OFFICE, "/v1/routing-policies/heavy", Map.of("roles", Map.of()))
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void what_is_left_out_of_a_policy_is_as_usual() {
        String path = "/v1/routing-policies/sparing";
        assertThat(service.put(OFFICE, path, Map.of()).json().get("version").asInt())
                .isOne();
        JsonNode written = service.put(
                        OFFICE,
                        path,
                        Map.of(
                                "roles",
                                Map.of("ACCOUNT_EXECUTIVE", Map.of("patience", Map.of("answerMinutes", 60))),
                                "calendar",
                                Map.of("zone", "Europe/Berlin"),
                                "calendars",
                                Map.of("West", Map.of("opens", "07:00"))))
                .json();
        JsonNode patience = written.get("roles").get("ACCOUNT_EXECUTIVE").get("patience");
        assertThat(patience.get("answerMinutes").asInt()).isEqualTo(60);
        assertThat(patience.get("declines").asInt()).isEqualTo(3);
        assertThat(written.get("calendar").get("zone").asString()).isEqualTo("Europe/Berlin");
        assertThat(written.get("calendar").get("opens").asString()).startsWith("09:00");
        assertThat(written.get("calendars").get("West").get("days")).hasSize(5);
    }

    @Test
    void a_mistake_in_a_policy_is_pointed_to_where_it_stands() {
        String executive = "{\"roles\":{\"ACCOUNT_EXECUTIVE\":%s}}";
        Map<String, String> pointers = Map.ofEntries(
                Map.entry("{\"weight\":-1}", "/weight"),
                Map.entry("{\"weights\":{\"NURTURING\":-1}}", "/weights/NURTURING"),
                Map.entry("{\"weights\":{\"NURTURING\":null}}", "/weights/NURTURING"),
                Map.entry("{\"whenNobody\":\"STEWARD\"}", "/steward"),
                Map.entry("{\"patience\":{\"missed\":0}}", "/patience/missed"),
                Map.entry("{\"distribution\":{\"dailyIntake\":-1}}", "/distribution/dailyIntake"),
                Map.entry("{\"distribution\":{\"order\":[null]}}", "/distribution/order/0"),
                Map.entry("{\"distribution\":{\"shares\":{\"anna\":null}}}", "/distribution/shares/anna"),
                Map.entry("{\"distribution\":{\"rampUp\":[null]}}", "/distribution/rampUp/0"),
                Map.entry(
                        "{\"distribution\":{\"rampUp\":[{\"days\":0,\"percent\":9}]}}", "/distribution/rampUp/0/days"));
        pointers.forEach((rule, pointer) -> mistaken(executive.formatted(rule), "/roles/ACCOUNT_EXECUTIVE" + pointer));
        mistaken("{\"roles\":{\"ACCOUNT_EXECUTIVE\":null}}", "/roles/ACCOUNT_EXECUTIVE");
        mistaken("{\"calendar\":{\"zone\":\"Mars/Base\"}}", "/calendar/zone");
        mistaken("{\"calendar\":{\"opens\":\"nine\"}}", "/calendar/opens");
        mistaken("{\"calendar\":{\"opens\":\"18:00\"}}", "/calendar/closes");
        mistaken("{\"calendars\":{\"West\":null}}", "/calendars/West");
    }

    private static void mistaken(String policy, String pointer) {
        Service.Answer refused = service.put(OFFICE, "/v1/routing-policies/mistaken", JSON.readTree(policy));
        assertThat(refused.status()).as(policy + " " + refused.body()).isEqualTo(422);
        assertThat(refused.json().get("pointer").asString()).as(refused.body()).isEqualTo(pointer);
        assertThat(refused.json().get("detail").asString()).doesNotContain("ZoneId", "LocalTime", "Exception");
    }

    @Test
    void a_cursor_that_no_page_gave_is_refused() {
        String nonsense = "NQ.eHg.eHg.eHg.eHg";
        assertThat(service.get(TestTokens.member("anna"), "/v1/members/anna/queue?after=" + nonsense)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("invalid-cursor");
        assertThat(service.get(READER, "/v1/waiting?after=eHg.eHg").status()).isEqualTo(400);
    }

    @Test
    void policies_are_changed_by_sales_managers_and_operations_alone() {
        Map<String, Object> rules = Map.of("roles", Map.of());
        for (String token : List.of(READER, TestTokens.person("zoe", List.of("ACCOUNT_EXECUTIVE")))) {
            Service.Answer refused = service.put(token, "/v1/routing-policies/mine", rules);
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.json().get("code").asString()).isEqualTo("role-required");
            assertThat(refused.json().get("allowed").toString()).contains("SALES_MANAGER", "ops");
        }
        assertThat(service.get(READER, "/v1/routing-policies/mine").status()).isEqualTo(404);
        assertThat(service.put(TestTokens.person("moira", List.of("SALES_MANAGER")), "/v1/routing-policies/mine", rules)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void what_is_wrong_is_told_as_a_problem() {
        assertThat(service.get("nonsense", "/v1/members").status()).isEqualTo(401);
        assertThat(service.get(READER, "/v1/members/nobody").json().get("code").asString())
                .isEqualTo("member-unknown");
        assertThat(service.get(READER, "/v1/deals/none/responsibility").status())
                .isEqualTo(404);
        assertThat(service.post(READER, "/v1/members", Map.of("id", "x", "name", "x", "role", "KING", "capacity", 1))
                        .status())
                .isEqualTo(422);
        assertThat(service.post(
                                READER,
                                "/v1/members",
                                Map.of("id", "x", "name", "x", "role", "SALES_MANAGER", "capacity", -1))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_person_is_registered_under_an_id_that_a_path_can_name_with_texts_that_can_be_stored() {
        for (String id : List.of("a/b", "a b\n", "50%", "x;y", "..", " ")) {
            Service.Answer refused = register(Map.of("id", id));
            assertThat(refused.status()).as(id + refused.body()).isEqualTo(422);
            assertThat(refused.json().get("pointer").asString()).isEqualTo("/id");
        }
        for (Object territories : List.of(List.of(""), List.of("a\0b"), Collections.singletonList(null))) {
            Service.Answer refused = register(Map.of("id", "xenia", "territories", territories));
            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.json().get("pointer").asString()).startsWith("/territories");
        }
        assertThat(service.get(READER, "/v1/members/xenia").status()).isEqualTo(404);
        assertThat(register(Map.of("id", "Xenia.O'Hara@example.org")).status()).isEqualTo(201);
        assertThat(service.get(READER, "/v1/members/Xenia.O'Hara@example.org").status())
                .isEqualTo(200);
    }

    private static Service.Answer register(Map<String, Object> person) {
        Map<String, Object> whole = new HashMap<>(Map.of("name", "X", "role", "SALES_SPECIALIST", "capacity", 1));
        whole.putAll(person);
        return service.post(READER, "/v1/members", whole);
    }

    @Test
    void offers_are_answered_and_deals_reassigned_with_deals_write_alone() {
        for (String path : List.of("/v1/offers/1/accept", "/v1/offers/1/decline", "/v1/deals/1/reassign")) {
            Service.Answer refused =
                    service.post(TestTokens.client("crm", "events:write", "deals:read"), path, Map.of());
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.json().get("code").asString()).isEqualTo("scope-required");
            assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"deals:write\"]");
        }
    }

    @Test
    void whoever_looks_after_people_has_the_scope_for_it_and_everybody_says_when_they_are_away() {
        Map<String, Object> zoe = Map.of("id", "zoe", "name", "Zoe", "role", "SALES_SPECIALIST", "capacity", 1);
        String zoes = TestTokens.person("zoe", List.of("SALES_SPECIALIST"));
        for (String token : List.of(zoes, TestTokens.client("crm", "deals:write"))) {
            Service.Answer refused = service.post(token, "/v1/members", zoe);
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.json().get("code").asString()).isEqualTo("scope-required");
            assertThat(refused.json().get("allowed").toString()).contains("members:write");
        }
        assertThat(service.get(READER, "/v1/members/zoe").status()).isEqualTo(404);
        service.join(SALES_SPECIALIST, "zoe", 1);
        service.join(SALES_SPECIALIST, "yan", 1);
        assertThat(service.post(zoes, "/v1/members/zoe/capacity", Map.of("capacity", 9))
                        .status())
                .isEqualTo(403);
        assertThat(service.post(zoes, "/v1/members/zoe/departure", Map.of()).status())
                .isEqualTo(403);
        Map<String, Object> absent = Map.of("availability", "ABSENT");
        assertThat(service.post(zoes, "/v1/members/yan/availability", absent).status())
                .isEqualTo(403);
        assertThat(service.post(zoes, "/v1/members/zoe/availability", absent).status())
                .isEqualTo(200);
        assertThat(service.get(READER, "/v1/members/zoe").body()).contains("\"ABSENT\"", "\"capacity\":1");
        assertThat(service.get(READER, "/v1/members/yan").body()).doesNotContain("ABSENT");
        service.post(READER, "/v1/members/yan/departure", Map.of());
        service.post(READER, "/v1/members/zoe/departure", Map.of());
    }

    private static Closed won() {
        return new Closed(Outcome.WON, null, null, null);
    }

    private static void asking(String pipeline, Map<String, Object> roles) {
        assertThat(service.put(OFFICE, "/v1/routing-policies/" + pipeline, Map.of("roles", roles))
                        .status())
                .isEqualTo(200);
    }

    private static long held(List<String> deals, String member) {
        return deals.stream()
                .map(service::holder)
                .filter(holder -> holder != null && holder.member().equals(member))
                .count();
    }

    private static String offerTo(String member, String deal) {
        AtomicReference<String> offer = new AtomicReference<>();
        eventually().untilAsserted(() -> {
            for (JsonNode standing : service.get(TestTokens.member(member), "/v1/members/" + member + "/queue")
                    .json()
                    .get("items")) {
                if (standing.hasNonNull("offer")
                        && standing.get("deal").asString().equals(deal)) {
                    offer.set(standing.get("offer").asString());
                }
            }
            assertThat(offer.get()).isNotNull();
        });
        return offer.get();
    }
}
