package dev.baton.roles.running;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.proof.LogEvent;
import dev.baton.cli.proof.Proof;
import dev.baton.cli.proof.Verdict;
import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.testing.Seed;
import dev.baton.web.edge.testing.TestTokens;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two instances under load, one of them killed with -9 again and again, whichever it is that holds
/// the relay: every deal comes to where it belongs, and the proof finds nothing. `-Dbaton.seed`
/// repeats the choices, `-Dbaton.kills` asks for more, `-Dbaton.deals` for more deals.
@Tag("random")
class KilledInstancesTest {
    private static final Instant DAY = Instant.parse("2017-03-01T12:00:00Z");
    private static final int DEALS = Integer.getInteger("baton.deals", 120);
    private static final int KILLS = Integer.getInteger("baton.kills", Seed.times(1));
    private static final String OFFICE = TestTokens.client("office", "members:write", "deals:read", "ops");
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

    private final long seed = Seed.of(KILLS + " kills of one of two instances");
    private final Random random = new Random(seed);
    private final String database = Postgres.newDatabase();
    private final JdbcTemplate sql = new JdbcTemplate(new DriverManagerDataSource(database, "postgres", ""));
    private final List<ServiceProcess> instances = new ArrayList<>();
    private final List<String> deals = new ArrayList<>();

    @TempDir
    private Path logs;

    private int started;

    @Test
    void whichever_of_two_instances_is_killed_under_load_the_proof_finds_nothing() {
        try (DealTopic topic = new DealTopic()) {
            startInstance(topic);
            startInstance(topic);
            allAreUp();
            theTeamJoins();
            for (int round = 0; round <= KILLS; round++) {
                load(topic, round);
                if (round < KILLS) {
                    killOne(topic);
                }
                answer();
            }
            everybodyAnswersUntilAllAreInSupport();
            dealsRecogniseTheirHolders(topic);
            Verdict verdict = proof();
            System.out.println(verdict.deals() + " deals, hand-offs " + verdict.handOffs() + ", " + KILLS
                    + " kills, seed " + seed + ": " + verdict.findings());
            assertThat(verdict.findings()).as("seed %d", seed).isEmpty();
            assertThat(verdict.deals()).isEqualTo(DEALS);
            assertThat(get("/ops/parked-hand-offs").body()).contains("\"items\":[]");
        } finally {
            instances.forEach(ServiceProcess::close);
        }
    }

    private void startInstance(DealTopic topic) {
        File log = logs.resolve("instance-" + started++ + ".log").toFile();
        ServiceProcess instance = ServiceProcess.start(database, topic.bootstrap(), log);
        instances.add(instance);
    }

    private void allAreUp() {
        await().atMost(Duration.ofSeconds(240)).until(() -> instances.stream().allMatch(ServiceProcess::isUp));
    }

    private void theTeamJoins() {
        join("rita", Role.SALES_REPRESENTATIVE, DEALS);
        join("anna", Role.ACCOUNT_EXECUTIVE, DEALS);
        join("ben", Role.ACCOUNT_EXECUTIVE, DEALS);
        join("sam", Role.CUSTOMER_SUPPORT_REPRESENTATIVE, DEALS);
        join("sue", Role.CUSTOMER_SUPPORT_REPRESENTATIVE, DEALS / 3);
        String asked = "{\"roles\":{\"ACCOUNT_EXECUTIVE\":{\"acceptance\":\"PERSON\"}}}";
        assertThat(send("PUT", "/v1/routing-policies/default", OFFICE, asked).statusCode())
                .isEqualTo(200);
    }

    private void join(String id, Role role, int capacity) {
        String body = JSON.writeValueAsString(Map.of("id", id, "name", id, "role", role.name(), "capacity", capacity));
        // 200 when it was asked for again: the answer to the first request did not come
        assertThat(send("POST", "/v1/members", OFFICE, body).statusCode()).isIn(201, 200);
    }

    private void load(DealTopic topic, int round) {
        int each = DEALS / (KILLS + 1);
        int until = round == KILLS ? DEALS : each * (round + 1);
        while (deals.size() < until) {
            String deal = UUID.randomUUID().toString();
            deals.add(deal);
            topic.tell(
                    deal,
                    DAY.plusSeconds(deals.size()),
                    Service.lead("South", null, null),
                    new LeadQualified(null, null, null),
                    new Closed(Outcome.WON, null, null, null));
        }
        topic.flush();
    }

    /// At a moment of its own: after some of what was told has been taken in, and before all of it has its effect.
    private void killOne(DealTopic topic) {
        int enough = holdings() + random.nextInt(DEALS / (KILLS + 1));
        await().atMost(Duration.ofSeconds(240)).until(() -> holdings() >= enough || holdings() == deals.size());
        ServiceProcess victim = instances.remove(random.nextInt(instances.size()));
        victim.kill();
        startInstance(topic);
        allAreUp();
    }

    private int holdings() {
        Integer count = sql.queryForObject("select count(*) from responsibility", Integer.class);
        return count == null ? 0 : count;
    }

    private void everybodyAnswersUntilAllAreInSupport() {
        await().atMost(Duration.ofSeconds(400))
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> {
                    answer();
                    assertThat(inSupport()).as("seed %d", seed).isEqualTo(DEALS);
                });
    }

    private int inSupport() {
        Integer count = sql.queryForObject(
                "select count(*) from responsibility where role = 'CUSTOMER_SUPPORT_REPRESENTATIVE'", Integer.class);
        return count == null ? 0 : count;
    }

    /// Most say yes; an answer to an instance that has just been killed is given again.
    private void answer() {
        sql.query("select offer, member from offer where answer is null limit 60", row -> {
            String how = random.nextInt(10) == 0 ? "decline" : "accept";
            String path = "/v1/offers/" + row.getString("offer") + "/" + how;
            send("POST", path, TestTokens.member(row.getString("member"), "ACCOUNT_EXECUTIVE"), "{}");
        });
        sql.query("select deal from waiting_assignment where manager is not null limit 20", row -> {
            String path = "/v1/deals/" + row.getString("deal") + "/reassign";
            String body = "{\"role\":\"ACCOUNT_EXECUTIVE\",\"member\":\"anna\"}";
            send("POST", path, TestTokens.member("steward", "SALES_MANAGER"), body);
        });
    }

    /// As deal-service does with whatever it is told.
    private void dealsRecogniseTheirHolders(DealTopic topic) {
        Map<String, LogEvent> last = new HashMap<>();
        log().filter(event -> event.type().equals("baton.responsibility.responsibility-transferred.v1"))
                .forEach(event -> last.put(event.subject(), event));
        last.values().forEach(event -> topic.tell(event.subject(), DAY, recognised(event.data())));
        topic.flush();
        await().atMost(Service.PATIENCE)
                .until(() -> log().filter(event -> event.type().equals("baton.deal.holder-recognised.v1"))
                                .count()
                        == last.size());
    }

    private static HolderRecognised recognised(JsonNode transfer) {
        JsonNode to = transfer.path("to");
        Role role = Role.valueOf(to.path("role").asString());
        return new HolderRecognised(
                new Holder(role, to.path("member").asString()),
                transfer.path("epoch").asInt());
    }

    private Stream<LogEvent> log() {
        return get("/v1/events?after=0").body().lines().map(LogEvent::parse);
    }

    private Verdict proof() {
        Proof proof = new Proof();
        log().forEach(proof::rolesLog);
        AtomicLong position = new AtomicLong();
        log().filter(event -> event.source().equals("deal-service"))
                .map(event -> event.at(position.incrementAndGet()))
                .forEach(event -> {
                    proof.countDealsLog(event);
                    proof.judgeDealsLog(event);
                });
        return proof.verdict();
    }

    private HttpResponse<String> get(String path) {
        return send("GET", path, OFFICE, "");
    }

    private HttpResponse<String> send(String method, String path, String token, String body) {
        return await().atMost(Duration.ofSeconds(240))
                .ignoreExceptionsMatching(failure -> failure instanceof IOException)
                .until(() -> exchange(method, path, token, body), response -> response.statusCode() != 503);
    }

    private HttpResponse<String> exchange(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        ServiceProcess instance = instances.get(random.nextInt(instances.size()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(instance.url() + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static ConditionFactory await() {
        return Awaitility.await().pollInterval(Duration.ofMillis(50));
    }
}
