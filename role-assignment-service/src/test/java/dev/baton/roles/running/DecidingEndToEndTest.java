package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.SALES_MANAGER;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.responsibility.AssignmentFact.AssignmentQueued;
import dev.baton.contract.responsibility.AssignmentFact.DecisionEscalated;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/// What nobody takes in time is for managers to decide, and for whoever is above them.
@TestMethodOrder(MethodOrderer.MethodName.class)
class DecidingEndToEndTest {
    private static final String OFFICE = TestTokens.client("test", "members:write", "deals:read", "ops");

    private static Service service;
    private static RunningRelay relay;

    @BeforeAll
    static void start() {
        service = new Service();
        relay = new RunningRelay(service);
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void a_leg_that_waits_for_too_long_stands_in_a_managers_queue_until_somebody_can_take_it() {
        service.join(SALES_MANAGER, "max", 1000);
        relay.policy("hurried", Map.of("weight", 2000, "steward", "max", "patience", patience(60)));
        String deal = relay.qualified("hurried", "hanna");
        eventually()
                .untilAsserted(() -> assertThat(relay.waiting("South", deal).hasNonNull("due"))
                        .isTrue());
        assertThat(relay.waiting("South", deal).hasNonNull("manager")).isFalse();
        assertThat(decisions("max")).isEmpty();

        relay.append(
                "responsibility/" + deal, new AssignmentQueued(ACCOUNT_EXECUTIVE, "South", "nobody is eligible", DAY));
        eventually().untilAsserted(() -> assertThat(decisions("max")).containsExactly(deal));
        assertThat(relay.waiting("South", deal).get("manager").asString()).isEqualTo("max");
        assertThat(Instant.parse(relay.waiting("South", deal).get("due").asString()))
                .isAfter(Instant.now());
        service.restart();
        assertThat(decisions("max")).containsExactly(deal);

        service.join(ACCOUNT_EXECUTIVE, "hanna", 2000);
        eventually()
                .untilAsserted(
                        () -> assertThat(relay.held(List.of(deal), "hanna")).isOne());
        assertThat(decisions("max")).isEmpty();
        assertThat(types(deal)).containsOnlyOnce("baton.responsibility.assignment-escalated.v1");
        takesNothingMore("hanna");
    }

    @Test
    void what_a_manager_does_not_decide_goes_up_the_line_and_then_stands_in_every_managers_queue() throws Exception {
        manager("gus", "gloria");
        manager("gloria", "gus");
        service.join(SALES_MANAGER, "gwen", 1000);
        relay.policy("undecided", Map.of("weight", 2000, "steward", "gus", "patience", patience(60)));
        String deal = relay.qualified("undecided", "hanna");
        eventually()
                .untilAsserted(() -> assertThat(relay.waiting("South", deal).hasNonNull("due"))
                        .isTrue());
        String stream = "responsibility/" + deal;
        relay.append(stream, new AssignmentQueued(ACCOUNT_EXECUTIVE, "South", "nobody is eligible", DAY));
        eventually().untilAsserted(() -> assertThat(decisions("gus")).containsExactly(deal));

        relay.append(stream, new DecisionEscalated(ACCOUNT_EXECUTIVE, "gus", "gus", DAY));
        eventually().untilAsserted(() -> assertThat(decisions("gloria")).containsExactly(deal));
        assertThat(decisions("gus")).isEmpty();
        assertThat(Instant.parse(relay.waiting("South", deal).get("due").asString()))
                .isAfter(Instant.now());
        relay.append(stream, new DecisionEscalated(ACCOUNT_EXECUTIVE, "gloria", "gloria", DAY));
        eventually().untilAsserted(() -> assertThat(decisions("steward")).contains(deal));
        assertThat(decisions("gwen")).isEmpty();
        service.restart();
        try (QueueStream gwen = QueueStream.open(service, TestTokens.member("gwen", "SALES_MANAGER"), "gwen")) {
            gwen.next("snapshot");
            relay.append(stream, new DecisionEscalated(ACCOUNT_EXECUTIVE, "steward", "steward", DAY));
            assertThat(gwen.next("changes").get("put").findValuesAsString("deal"))
                    .containsExactly(deal);
        }
        eventually()
                .untilAsserted(() -> assertThat(
                                relay.waiting("South", deal).get("everyManager").asBoolean())
                        .isTrue());
        List.of("gus", "gloria", "gwen")
                .forEach(manager -> assertThat(decisions(manager)).containsExactly(deal));
        assertThat(decisions("rita")).isEmpty();
        assertThat(relay.waiting("South", deal).get("manager").asString()).isEqualTo("steward");
        assertThat(Instant.parse(relay.waiting("South", deal).get("due").asString()))
                .isEqualTo(DAY);
        // three that were appended here, and three that the rounds have made of them
        assertThat(types(deal))
                .filteredOn("baton.responsibility.decision-escalated.v1"::equals)
                .hasSize(6);

        service.join(ACCOUNT_EXECUTIVE, "hera", 2000);
        eventually()
                .untilAsserted(
                        () -> assertThat(relay.held(List.of(deal), "hera")).isOne());
        assertThat(decisions("gwen")).isEmpty();
        takesNothingMore("hera");
    }

    private static void manager(String member, String manager) {
        Map<String, Object> joins = Map.of(
                "id", member, "name", member, "role", SALES_MANAGER.name(), "capacity", 1000, "manager", manager);
        assertThat(service.post(OFFICE, "/v1/members", joins).status()).isLessThan(300);
    }

    @Test
    void what_a_manager_was_to_decide_who_has_left_is_for_every_manager() {
        service.join(SALES_MANAGER, "mona", 10);
        service.join(SALES_MANAGER, "milo", 10);
        service.join(ACCOUNT_EXECUTIVE, "ivan", 1000);
        relay.policy("monas", Map.of("acceptance", "PERSON", "steward", "mona", "patience", Map.of("declines", 1)));
        String deal = relay.qualified("monas", "ivan");
        String ivans = TestTokens.member("ivan", "ACCOUNT_EXECUTIVE");
        service.post(ivans, "/v1/offers/" + relay.offerTo("ivan", deal) + "/decline", Map.of());
        eventually().untilAsserted(() -> assertThat(queue("mona")).contains("DECISION", deal));
        assertThat(queue("milo")).doesNotContain(deal);
        assertThat(service.get(OFFICE, "/v1/waiting?territory=South").body()).contains(deal);

        service.post(OFFICE, "/v1/members/mona/departure", Map.of());
        assertThat(queue("milo")).contains("DECISION", deal);
        assertThat(queue("ivan")).doesNotContain("DECISION");
        takesNothingMore("ivan");
    }

    @Test
    void a_leg_that_waits_is_woken_when_the_policy_changes() {
        service.join(ACCOUNT_EXECUTIVE, "hugo", 10);
        relay.policy("heavy", Map.of("weight", 2000));
        String deal = relay.qualified("heavy", "hugo");
        eventually()
                .untilAsserted(() -> assertThat(relay.waiting("South", deal).hasNonNull("deal"))
                        .isTrue());
        assertThat(relay.waiting("South", deal).hasNonNull("due")).isFalse();

        relay.policy("heavy", Map.of("weight", 1));
        eventually()
                .untilAsserted(
                        () -> assertThat(relay.held(List.of(deal), "hugo")).isOne());
        // by the news of it, or by the look that follows whatever begins to wait
        assertThat(service.get(OFFICE, "/v1/deals/" + deal + "/responsibility").body())
                .contains("baton.responsibility.assignment-woken.v1");
        takesNothingMore("hugo");
    }

    private static Map<String, Object> patience(int waitMinutes) {
        return Map.of("answerMinutes", 480, "declines", 3, "missed", 3, "waitMinutes", waitMinutes);
    }

    private static List<String> decisions(String manager) {
        List<String> deals = new ArrayList<>();
        service.get(TestTokens.member(manager, "SALES_MANAGER"), "/v1/members/" + manager + "/queue")
                .json()
                .get("items")
                .forEach(item -> {
                    if (item.get("kind").asString().equals("DECISION")) {
                        deals.add(item.get("deal").asString());
                    }
                });
        return deals;
    }

    private static String queue(String member) {
        return service.get(OFFICE, "/v1/members/" + member + "/queue").body();
    }

    private static List<String> types(String deal) {
        return service.get(OFFICE, "/v1/deals/" + deal + "/responsibility")
                .json()
                .get("history")
                .findValuesAsString("type");
    }

    private static void takesNothingMore(String member) {
        assertThat(service.post(OFFICE, "/v1/members/" + member + "/capacity", Map.of("capacity", 0))
                        .status())
                .isEqualTo(200);
    }
}
