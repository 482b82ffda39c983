package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.RequestedHolder;
import dev.baton.web.edge.testing.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What people say over HTTP: who is asked answers, and a manager decides.
class AnswersEndToEndTest {
    private static final String READER = TestTokens.client("test", "members:write", "deals:read");
    private static final String OFFICE = TestTokens.client("office", "ops");

    private static Service service;

    @BeforeAll
    static void start() {
        service = Service.staffed();
    }

    @AfterAll
    static void stop() {
        service.close();
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
        aDeclineIsRepeatedAndNotContradicted(offer);

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

    private static void aDeclineIsRepeatedAndNotContradicted(String offer) {
        String path = "/v1/offers/" + offer + "/decline";
        String anna = TestTokens.member("anna", "ACCOUNT_EXECUTIVE");
        String key = UUID.randomUUID().toString();
        assertThat(service.post(anna, path, Map.of("reason", "on holiday"), key).status())
                .isEqualTo(200);
        assertThat(service.post(anna, path, Map.of()).status()).isEqualTo(200);
        for (Map<String, String> other : List.of(
                Map.of("ground", "NOT_QUALIFIED", "reason", "on holiday"),
                Map.of("ground", "NOT_QUALIFIED"),
                Map.of("reason", "too far away"))) {
            Service.Answer refused = service.post(anna, path, other);
            assertThat(refused.status()).as(refused.body()).isEqualTo(409);
            assertThat(refused.json().get("code").asString()).isEqualTo("declined-otherwise");
            assertThat(refused.json().at("/stands/reason").asString()).isEqualTo("on holiday");
            assertThat(refused.json().at("/stands").hasNonNull("ground")).isFalse();
        }
    }

    @Test
    void a_decline_under_a_key_is_not_another_one_under_the_same() {
        asking("keyed", Map.of("ACCOUNT_EXECUTIVE", Map.of("acceptance", "PERSON")));
        String deal = service.newDeal();
        service.tell(
                deal,
                DAY,
                lead("keyed", "South", new RequestedHolder(ACCOUNT_EXECUTIVE, "anna"), null),
                new LeadQualified(null, null, null));
        String path = "/v1/offers/" + offerTo("anna", deal) + "/decline";
        String anna = TestTokens.member("anna", "ACCOUNT_EXECUTIVE");
        String key = UUID.randomUUID().toString();
        Map<String, String> first = Map.of("reason", "no budget", "ground", "NOT_QUALIFIED");
        assertThat(service.post(anna, path, first, key).status()).isEqualTo(200);
        assertThat(service.post(anna, path, first, key).status()).isEqualTo(200);
        Service.Answer reused = service.post(anna, path, Map.of("reason", "busy"), key);
        assertThat(reused.status()).as(reused.body()).isEqualTo(422);
        assertThat(reused.json().get("code").asString()).isEqualTo("idempotency-key-reused");
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
    void offers_are_answered_and_deals_reassigned_with_deals_write_alone() {
        for (String path : List.of("/v1/offers/1/accept", "/v1/offers/1/decline", "/v1/deals/1/reassign")) {
            Service.Answer refused =
                    service.post(TestTokens.client("crm", "events:write", "deals:read"), path, Map.of());
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.json().get("code").asString()).isEqualTo("scope-required");
            assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"deals:write\"]");
        }
    }

    private static void asking(String pipeline, Map<String, Object> roles) {
        assertThat(service.put(OFFICE, "/v1/routing-policies/" + pipeline, Map.of("roles", roles))
                        .status())
                .isEqualTo(200);
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
