package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// On the demo's deals, after everything that counts them: who holds most of them leaves, and the East gets the support
/// people that it lacks.
@Tag("system")
@Order(8)
@ExtendWith(RunningBaton.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DepartureTest {
    private static final Duration LOAD = Duration.ofMinutes(25);
    private static final Duration REHOMING = Duration.ofMinutes(5);
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Test
    @Order(1)
    void every_deal_of_the_executive_who_holds_most_is_rehomed_with_progress(Baton baton) {
        if (EventLog.ofDeals(baton).leads() < 8_800) {
            baton.run(LOAD, "demo", "--detach").successful();
        }
        Api roles = baton.service("role-assignment-service", "sales-manager");
        JsonNode busiest = busiestExecutive(roles);
        String member = busiest.get("id").asString();
        Database database = Database.of(baton, "roles");
        String holds = "select count(*) from responsibility where ended_at is null and member = '" + member + "'";
        int held = (int) database.number(holds);
        assertThat(held).isGreaterThanOrEqualTo(83);

        assertThat(roles.post("/v1/members/" + member + "/departure", "{\"reason\":\"moves abroad\"}", JSON)
                        .status())
                .isEqualTo(200);
        List<Integer> progress = new ArrayList<>();
        JsonNode done = await("the deals of " + member)
                .atMost(REHOMING)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> departure(roles, member, progress),
                        role -> role.get("done").asBoolean());
        assertThat(done.get("deals").asInt()).isEqualTo(held);
        assertThat(done.get("rehomed").asInt()).isEqualTo(held);
        assertThat(progress).isSorted().endsWith(held);
        System.out.println(member + " left " + held + " deals, rehomed: " + progress);

        assertThat(database.number(holds)).isZero();
        // a place is given back once whoever comes next has theirs
        await("the places of " + member)
                .atMost(REHOMING)
                .until(() -> database.number("select count(*) from slot where member = '" + member + "'") == 0);
        assertThat(database.number("select count(*) from event where type ="
                        + " 'baton.responsibility.responsibility-transferred.v1' and payload like '%HOLDER_DEPARTED%'"))
                .isGreaterThanOrEqualTo(held);
        proofIsClean(baton);
    }

    @Test
    @Order(2)
    void three_support_people_who_join_the_east_drain_its_queue(Baton baton) {
        Api roles = baton.service("role-assignment-service", "sales-manager");
        Api reports = baton.service("projections-service", "analyst");
        assertThat(waitingInEast(roles)).isEqualTo(25);
        int inSupport = Figures.of(reports).inSupport();
        for (String name : List.of("Ines Vale", "Kofi Brandt", "Ulla Serrano")) {
            String id = name.toLowerCase(Locale.ROOT).replace(' ', '-');
            String body = "{\"id\":\"%s\",\"name\":\"%s\",\"role\":\"CUSTOMER_SUPPORT_REPRESENTATIVE\",\"capacity\":9,"
                            .formatted(id, name)
                    + "\"territories\":[\"East\"]}";
            assertThat(roles.post("/v1/members", body, JSON).status()).isEqualTo(201);
        }
        await("the queue in the East")
                .atMost(REHOMING)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> waitingInEast(roles) == 0);
        Database database = Database.of(baton, "roles");
        await("their deals")
                .atMost(REHOMING)
                .until(() -> database.number("select count(*) from responsibility where ended_at is null"
                                + " and member in ('ines-vale', 'kofi-brandt', 'ulla-serrano')")
                        == 25);
        await("the read models")
                .atMost(REHOMING)
                .until(() -> Figures.of(reports).inSupport() == inSupport + 25);
        proofIsClean(baton);
    }

    @Test
    @Order(3)
    void what_the_sagas_remember_is_what_the_log_says(Baton baton) {
        assertThat(baton.run(Duration.ofMinutes(10), "verify").successful().output())
                .contains("sagas", "VERIFIED");
    }

    private static JsonNode busiestExecutive(Api roles) {
        JsonNode busiest = null;
        for (JsonNode one :
                roles.get("/v1/members?role=ACCOUNT_EXECUTIVE&limit=100").json().get("items")) {
            if (busiest == null || one.get("load").asInt() > busiest.get("load").asInt()) {
                busiest = one;
            }
        }
        assertThat(busiest).isNotNull();
        return busiest;
    }

    private static JsonNode departure(Api roles, String member, List<Integer> progress) {
        JsonNode role = roles.get("/v1/members/" + member + "/departure")
                .json()
                .get("roles")
                .get(0);
        int rehomed = role.get("rehomed").asInt();
        if (progress.isEmpty() || progress.getLast() != rehomed) {
            progress.add(rehomed);
        }
        return role;
    }

    private static int waitingInEast(Api roles) {
        JsonNode queue = roles.get("/v1/waiting?role=CUSTOMER_SUPPORT_REPRESENTATIVE&territory=East&limit=100")
                .json();
        return queue.get("items").size();
    }

    private static void proofIsClean(Baton baton) {
        baton.run(Duration.ofMinutes(5), "proof").successful();
    }
}
