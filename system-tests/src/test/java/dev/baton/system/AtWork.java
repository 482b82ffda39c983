package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.awaitility.core.ConditionFactory;
import tools.jackson.databind.JsonNode;

/// Somebody of the department at work, over HTTP and with a token of their own.
///
/// @param client whose token they have
/// @param member their id
record AtWork(Baton baton, String client, String role, String member) {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    static AtWork representative(Baton baton) {
        return new AtWork(baton, "sales-representative", "SALES_REPRESENTATIVE", "rowan-pike");
    }

    static AtWork executive(Baton baton) {
        return new AtWork(baton, "account-executive", "ACCOUNT_EXECUTIVE", "darcel-schlecht");
    }

    static AtWork manager(Baton baton) {
        return new AtWork(baton, "sales-manager", "SALES_MANAGER", "melvin-marxen");
    }

    static AtWork secondManager(Baton baton) {
        return new AtWork(baton, "second-sales-manager", "SALES_MANAGER", "cara-losch");
    }

    static AtWork specialist(Baton baton) {
        return new AtWork(baton, "sales-specialist", "SALES_SPECIALIST", "noor-hadid");
    }

    static AtWork support(Baton baton) {
        return new AtWork(baton, "customer-support-representative", "CUSTOMER_SUPPORT_REPRESENTATIVE", "ondine-marsh");
    }

    static List<AtWork> everybody(Baton baton) {
        return List.of(
                representative(baton),
                executive(baton),
                manager(baton),
                secondManager(baton),
                specialist(baton),
                support(baton));
    }

    static ConditionFactory soon(String what) {
        return await(what).atMost(Duration.ofSeconds(180)).pollInterval(Duration.ofMillis(100));
    }

    /// @return the new deal's id
    String finds(String lead) {
        return written(deals().post("/v1/deals", lead, JSON)).path("dealId").asString();
    }

    /// @return the answer to the command
    JsonNode does(String deal, String command, String body) {
        Api.Reply reply = deals().post("/v1/deals/" + deal + "/" + command, body, JSON);
        assertThat(reply.status()).as("%s: %s", command, reply.body()).isIn(200, 201);
        return Api.JSON.readTree(reply.body());
    }

    void does(String deal, String command) {
        does(deal, command, "{}");
    }

    /// @return the code of the refusal
    String isRefused(String deal, String command, String body) {
        Api.Reply reply = deals().post("/v1/deals/" + deal + "/" + command, body, JSON);
        assertThat(reply.status()).as("%s: %s", command, reply.body()).isBetween(400, 499);
        assertThat(reply.contentType()).startsWith("application/problem+json");
        return reply.problem().path("code").asString();
    }

    JsonNode deal(String deal) {
        return deals().get("/v1/deals/" + deal).json();
    }

    String state(String deal) {
        return deal(deal).path("state").asString();
    }

    /// Says yes to the offer of that deal, and has it.
    void accepts(String deal) {
        String offer = offerOf(deal);
        posts("/v1/offers/" + offer + "/accept", "{}");
        holds(deal);
    }

    void declines(String deal, String answer) {
        posts("/v1/offers/" + offerOf(deal) + "/decline", answer);
    }

    /// Waits until the deal knows that it is theirs.
    void holds(String deal) {
        soon(member + " holds " + deal).untilAsserted(() -> {
            JsonNode holder = deal(deal).path("holder");
            assertThat(holder.path("member").asString()).isEqualTo(member);
            assertThat(holder.path("role").asString()).isEqualTo(role);
        });
    }

    /// Waits until they are asked.
    String offerOf(String deal) {
        return soon("an offer of " + deal + " to " + member)
                .until(() -> offers(deal), offers -> offers.size() == 1)
                .getFirst();
    }

    private List<String> offers(String deal) {
        return queue().valueStream()
                .filter(item -> item.path("kind").asString().equals("OFFER"))
                .filter(item -> item.path("deal").asString().equals(deal))
                .map(item -> item.path("offer").asString())
                .toList();
    }

    /// Their work, what others wait for first.
    JsonNode queue() {
        return roles().get("/v1/members/" + member + "/queue?limit=1000").json().path("items");
    }

    /// What waits for them about that deal, as their queue shows it.
    List<String> queued(String deal) {
        return queue().valueStream()
                .filter(item -> item.path("deal").asString().equals(deal))
                .map(item -> item.path("kind").asString())
                .toList();
    }

    /// What they are asked about that deal: plans, approvals, advice, answers.
    List<String> asked(String deal) {
        return deals().get("/v1/requests?unnamed=true&member=" + member)
                .json()
                .valueStream()
                .filter(request -> request.path("dealId").asString().equals(deal))
                .map(request -> request.path("kind").asString())
                .toList();
    }

    JsonNode posts(String path, String body) {
        return written(roles().post(path, body, JSON));
    }

    JsonNode puts(String path, String body) {
        return written((path.startsWith("/v1/pipelines") ? deals() : roles()).put(path, body, JSON));
    }

    /// To deal-service.
    JsonNode publishes(String path, String body) {
        return written(deals().post(path, body, JSON));
    }

    JsonNode reads(String path) {
        return roles().get(path).json();
    }

    /// As analysts see it, once it is there.
    JsonNode report(String path) {
        Api reports = baton.service("projections-service", client);
        return soon(path)
                .until(() -> reports.get(path), reply -> reply.status() == 200)
                .json();
    }

    private static JsonNode written(Api.Reply reply) {
        assertThat(reply.status()).as(reply.body()).isIn(200, 201);
        return Api.JSON.readTree(reply.body());
    }

    private Api deals() {
        return baton.service("deal-service", client);
    }

    private Api roles() {
        return baton.service("role-assignment-service", client);
    }

    String name() {
        String spaced = member.replace('-', ' ');
        return spaced.substring(0, 1).toUpperCase(Locale.ROOT) + spaced.substring(1);
    }
}
