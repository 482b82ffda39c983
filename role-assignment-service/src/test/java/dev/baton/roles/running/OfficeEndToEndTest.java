package dev.baton.roles.running;

import static dev.baton.contract.Role.SALES_SPECIALIST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.web.edge.testing.TestTokens;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the office writes: who works here, and by which policies deals are assigned; and what it is refused.
class OfficeEndToEndTest {
    private static final String READER = TestTokens.client("test", "members:write", "deals:read");
    private static final String OFFICE = TestTokens.client("office", "ops");

    private static final JsonMapper JSON = new JsonMapper();

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.staffed();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    // --- people ----------------------------------------------------------------------------------------------------

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

    // --- policies --------------------------------------------------------------------------------------------------

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
    void a_policy_is_written_as_it_was_read_and_nobodys_change_is_lost() {
        String path = "/v1/routing-policies/shared";
        service.put(OFFICE, path, Map.of("roles", Map.of("SALES_REPRESENTATIVE", Map.of("weight", 2))));
        JsonNode read = service.get(READER, path).json();
        assertThat(service.put(OFFICE, path, read).json()).isEqualTo(read);
        Map<String, Object> mine = Map.of("name", "shared", "version", 1, "calendar", Map.of("opens", "08:00"));
        assertThat(service.put(OFFICE, path, mine).json().get("version").asInt())
                .isEqualTo(2);
        assertThat(service.put(OFFICE, path, mine).json().get("version").asInt())
                .isEqualTo(2);
        Service.Answer late = service.put(OFFICE, path, Map.of("version", 1, "calendar", Map.of("opens", "07:00")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.json().get("code").asString()).isEqualTo("routing-policy-changed");
        assertThat(late.json().get("newest").asInt()).isEqualTo(2);
        assertThat(service.put(OFFICE, path, Map.of("name", "default"))
                        .json()
                        .get("pointer")
                        .asString())
                .isEqualTo("/name");
        assertThat(service.get(READER, path + "/versions").json()).hasSize(2);
    }

    @Test
    void a_policy_that_names_who_is_not_there_is_written_and_says_so() {
        JsonNode written = service.put(
                        OFFICE,
                        "/v1/routing-policies/warned",
                        Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", Map.of("steward", "nobody-such"))))
                .json();
        assertThat(written.get("version").asInt()).isOne();
        assertThat(written.get("warnings").get(0).get("pointer").asString())
                .isEqualTo("/roles/ACCOUNT_EXECUTIVE/steward");
    }

    /// Its reader would take what it does not know for nothing said, and the rules would be gone.
    @Test
    void a_policy_in_yaml_is_refused_and_changes_nothing() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        service.request(OFFICE, "/v1/routing-policies/yaml")
                                .header("Content-Type", "application/yaml")
                                .PUT(HttpRequest.BodyPublishers.ofString("rolez: 1"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("\"allowed\":[\"application/json\",\"application/*+json\"]");
        assertThat(service.get(READER, "/v1/routing-policies/yaml").status()).isEqualTo(404);
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
                        "{\"distribution\":{\"rampUp\":[{\"days\":9,\"percent\":1},{\"days\":9,\"percent\":2}]}}",
                        "/distribution/rampUp"),
                Map.entry("{\"distribution\":{\"shares\":{\"\":200}}}", "/distribution/shares"),
                Map.entry("{\"distribution\":{\"caps\":{\" \":1}}}", "/distribution/caps"),
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
}
