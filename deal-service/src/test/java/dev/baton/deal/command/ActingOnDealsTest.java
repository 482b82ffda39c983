package dev.baton.deal.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.StreamId;
import dev.baton.deal.aggregate.Receipt;
import dev.baton.deal.house.Events;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.Kafka;
import dev.baton.deal.house.PlainPipeline;
import dev.baton.web.edge.request.RequestTrace;
import dev.baton.web.edge.security.Actor;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

class ActingOnDealsTest {
    private static final String LEAD = """
            {"pipeline": "plain", "title": "Bikes", "value": {"amount": "900.00", "currency": "EUR"}}""";
    private static final String EVIDENCE = """
            {"evidence": {"budget": "200k", "authority": "CFO", "need": "churn", "timing": "Q3"}}""";
    private static final String TERMS = "{\"value\": {\"amount\": \"1000.00\", \"currency\": \"EUR\"}}";
    private static final String WON = "{\"outcome\": \"WON\"}";

    private final Http rita = House.http().as(TestTokens.member("rita", "SALES_REPRESENTATIVE"));
    private final Http axel = House.http().as(TestTokens.member("axel", "ACCOUNT_EXECUTIVE"));

    @BeforeAll
    static void pipeline() {
        PlainPipeline.publish();
    }

    @Test
    void people_carry_a_deal_from_the_lead_to_the_win() {
        String deal = found();
        assertThat(rita.command(deal + "/qualify-lead", EVIDENCE).status()).isEqualTo(200);
        axelTakes(deal);
        assertThat(axel.command(deal + "/open-negotiation", "").status()).isEqualTo(200);
        assertThat(axel.command(deal + "/agree-terms", TERMS).status()).isEqualTo(200);
        Http.Answer won = axel.command(deal + "/close-deal", WON);
        assertThat(won.json().path("state").asString()).isEqualTo("Won");
        assertThat(axel.get(deal).json().path("value").path("amount").asString())
                .isEqualTo("1000.00");
    }

    @Test
    void a_found_lead_has_an_address_a_version_and_its_finder_as_holder() {
        Http.Answer found = rita.command("/v1/deals", LEAD);
        assertThat(found.status()).isEqualTo(201);
        assertThat(found.header("Location"))
                .isEqualTo("/v1/deals/" + found.json().path("dealId").asString());
        assertThat(found.header("ETag")).isEqualTo("\"0\"");
        assertThat(UUID.fromString(found.json().path("dealId").asString()).version())
                .isEqualTo(7);
        assertThat(rita.get(found.header("Location"))
                        .json()
                        .path("holder")
                        .path("member")
                        .asString())
                .isEqualTo("rita");
    }

    @Test
    void a_client_that_finds_a_lead_leaves_it_to_the_steward() {
        Http.Answer found = House.http().command("/v1/deals", LEAD);
        assertThat(House.http()
                        .get(found.header("Location"))
                        .json()
                        .path("holder")
                        .toString())
                .isEqualTo("{\"role\":\"SALES_MANAGER\",\"member\":\"steward\"}");
    }

    @Test
    void a_lead_may_be_disqualified() {
        String deal = found();
        assertThat(rita.command(deal + "/disqualify-lead", "{\"reason\": \"no budget\"}")
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("Disqualified");
    }

    @Test
    void a_command_of_somebody_else_is_refused() {
        Http.Answer answer = axel.command(found() + "/qualify-lead", EVIDENCE);
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("not-the-holder");
    }

    @Test
    void a_command_that_the_state_does_not_know_is_refused_and_names_what_it_does() {
        Http.Answer answer = rita.command(found() + "/agree-terms", TERMS);
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("not-in-this-state");
        assertThat(answer.json().path("allowed").toString()).contains("qualify-lead", "disqualify-lead", "close-deal");
    }

    @Test
    void missing_evidence_is_refused_and_named() {
        Http.Answer answer = rita.command(found() + "/qualify-lead", "{\"evidence\": {\"budget\": \"200k\"}}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("allowed").toString()).isEqualTo("[\"authority\",\"need\",\"timing\"]");
    }

    @Test
    void an_unknown_deal_is_not_found() {
        assertThat(rita.command("/v1/deals/" + UUID.randomUUID() + "/open-negotiation", "")
                        .status())
                .isEqualTo(404);
        assertThat(rita.command("/v1/deals/nonsense/open-negotiation", "").code())
                .isEqualTo("unknown-deal");
        assertThat(rita.get("/v1/deals/nonsense").code()).isEqualTo("unknown-deal");
    }

    @Test
    void an_unknown_command_is_an_unknown_path() {
        assertThat(rita.command(found() + "/eat-deal", "{}").code()).isEqualTo("unknown-path");
    }

    @Test
    void a_version_that_has_passed_is_refused() {
        String deal = found();
        Http.Answer stale = rita.command(deal + "/qualify-lead", EVIDENCE, "If-Match", "\"7\"");
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.json().path("allowed").asString()).isEqualTo("\"0\"");
        Http.Answer current = rita.command(deal + "/qualify-lead", EVIDENCE, "If-Match", "\"0\"");
        assertThat(current.header("ETag")).isEqualTo("\"1\"");
    }

    @Test
    void a_strange_version_is_refused() {
        assertThat(rita.command(found() + "/qualify-lead", EVIDENCE, "If-Match", "W/\"0\"")
                        .code())
                .isEqualTo("invalid-header");
    }

    @Test
    void a_repeated_key_has_one_effect_and_the_same_answer() {
        String key = UUID.randomUUID().toString();
        Http.Answer first = rita.command("/v1/deals", LEAD, "Idempotency-Key", key);
        Http.Answer second = rita.command("/v1/deals", LEAD, "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_key_with_another_body_is_refused() {
        String key = UUID.randomUUID().toString();
        rita.command("/v1/deals", LEAD, "Idempotency-Key", key);
        Http.Answer other = rita.command("/v1/deals", LEAD.replace("Bikes", "Cars"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("idempotency-key-reused");
    }

    @Test
    void a_refusal_is_not_kept_under_its_key() {
        String deal = found();
        String key = UUID.randomUUID().toString();
        assertThat(rita.command(deal + "/qualify-lead", "{}", "Idempotency-Key", key)
                        .status())
                .isEqualTo(422);
        assertThat(rita.command(deal + "/qualify-lead", EVIDENCE, "Idempotency-Key", key)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void the_same_key_of_two_people_is_two_keys() {
        String key = UUID.randomUUID().toString();
        Http.Answer first = rita.command("/v1/deals", LEAD, "Idempotency-Key", key);
        Http.Answer other = House.http().command("/v1/deals", LEAD, "Idempotency-Key", key);
        assertThat(other.body()).isNotEqualTo(first.body());
    }

    @Test
    void a_repeat_while_the_first_is_under_way_is_refused() {
        OncePerKey once = House.part(OncePerKey.class);
        Asked asked = new Asked(
                new Actor("rita", "rita", Set.of(), Set.of()),
                new RequestTrace("r-1", null),
                "/v1/deals",
                UUID.randomUUID().toString(),
                null,
                null);
        once.tell(asked, HttpStatus.CREATED, Map.of(), first -> {
            assertThatThrownBy(() -> once.tell(asked, HttpStatus.CREATED, Map.of(), second -> null))
                    .hasMessageContaining("idempotency-key-in-flight");
            return new Receipt("deal", "Prospecting", 0, null);
        });
    }

    @Test
    void a_command_under_an_epoch_that_is_on_its_way_waits_for_it() {
        String deal = found();
        rita.command(deal + "/qualify-lead", EVIDENCE);
        CompletableFuture<Http.Answer> early = CompletableFuture.supplyAsync(() -> await().atMost(House.PATIENCE)
                .until(
                        () -> axel.command(deal + "/open-negotiation", "", "Baton-Epoch", "1"),
                        answer -> answer.status() == 200));
        Kafka.transferred(id(deal), 0, "ACCOUNT_EXECUTIVE", "axel", 1);
        assertThat(early.join().json().path("state").asString()).isEqualTo("Negotiating");
    }

    @Test
    void an_epoch_that_does_not_come_is_refused_after_two_seconds() {
        long begun = System.nanoTime();
        Http.Answer answer = rita.command(found() + "/qualify-lead", EVIDENCE, "Baton-Epoch", "5");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("holder-not-yet-known");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(2), House.PATIENCE);
    }

    @Test
    void of_many_at_once_on_one_deal_one_wins() {
        String deal = found();
        // a thread for each: the common pool of a machine with few processors would ask one after the other
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long won = IntStream.range(0, 20)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> rita.command(deal + "/qualify-lead", EVIDENCE), threads))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .filter(answer -> answer.status() == 200)
                    .count();
            assertThat(won).isEqualTo(1);
        }
        assertThat(House.part(EventLog.class).readStream(StreamId.deal(id(deal)), 0))
                .hasSize(2);
    }

    @Test
    void the_service_describes_itself() {
        Http.Answer docs = House.http().as("").get("/v3/api-docs");
        assertThat(docs.json().path("paths").propertyNames())
                .contains("/v1/deals", "/v1/deals/{deal}/close-deal", "/v1/deal-events", "/v1/events", "/v1/pipelines");
        assertThat(House.http()
                        .as("")
                        .get("/actuator/health")
                        .json()
                        .path("status")
                        .asString())
                .isEqualTo("UP");
    }

    @Test
    void whoever_finds_a_likely_duplicate_is_warned_and_not_refused() {
        Http rowan = House.http().as(TestTokens.member("rowan", "SALES_REPRESENTATIVE"));
        String customer = "c-" + UUID.randomUUID();
        String lead = """
                {"pipeline": "milestones", "title": "Presses", "need": "presses",
                 "customer": {"id": "%1$s", "name": "%1$s"}}""".formatted(customer);
        Http.Answer first = rowan.command("/v1/deals", lead);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().has("likelyDuplicates")).isFalse();

        String key = UUID.randomUUID().toString();
        Http.Answer second = rowan.command("/v1/deals", lead, "Idempotency-Key", key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().path("likelyDuplicates").toString())
                .isEqualTo("[\"" + first.json().path("dealId").asString() + "\"]");
        assertThat(rowan.command("/v1/deals", lead, "Idempotency-Key", key).body())
                .isEqualTo(second.body());

        String another = lead.replace("\"need\": \"presses\"", "\"need\": \"bikes\"");
        assertThat(rowan.command("/v1/deals", another).json().has("likelyDuplicates"))
                .isFalse();
    }

    @Test
    void the_longest_ids_that_are_taken_are_found_again() {
        Http rowan = House.http().as(TestTokens.member("rowan", "SALES_REPRESENTATIVE"));
        String lead = leadOf(Events.incompressible(500));
        String first = rowan.command("/v1/deals", lead).json().path("dealId").asString();
        Http.Answer second = rowan.command("/v1/deals", lead);
        assertThat(second.json().path("likelyDuplicates").toString()).isEqualTo("[\"" + first + "\"]");

        String asked = Events.incompressible(500);
        String question = "{\"asked\": \"%s\", \"text\": \"Who signs?\"}".formatted(asked);
        assertThat(rowan.command("/v1/deals/" + first + "/ask-question", question)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void ids_that_no_index_could_hold_are_refused_and_named() {
        Http rowan = House.http().as(TestTokens.member("rowan", "SALES_REPRESENTATIVE"));
        String deal = "/v1/deals/"
                + rowan.command("/v1/deals", leadOf("c-" + UUID.randomUUID()))
                        .json()
                        .path("dealId")
                        .asString();
        String id = Events.incompressible(4_000);
        tooLong(rowan.command("/v1/deals", leadOf(id)), "/customer/id");
        tooLong(rowan.command(deal + "/correct-deal", """
                        {"reason": "another", "customer": {"id": "%s", "name": "Acme"}}""".formatted(id)), "/customer/id");
        tooLong(
                rowan.command(deal + "/ask-question", "{\"asked\": \"%s\", \"text\": \"Who?\"}".formatted(id)),
                "/asked");
        tooLong(
                rowan.command(deal + "/request-advice", "{\"specialist\": \"%s\", \"topic\": \"GTX\"}".formatted(id)),
                "/specialist");
        assertThat(rowan.get(deal).header("ETag")).isEqualTo("\"0\"");
    }

    private static void tooLong(Http.Answer answer, String pointer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.code()).isEqualTo("invalid-value");
        assertThat(answer.json().path("pointer").asString()).isEqualTo(pointer);
    }

    private static String leadOf(String customer) {
        return """
                {"pipeline": "milestones", "title": "Presses", "need": "presses",
                 "customer": {"id": "%s", "name": "Acme"}}""".formatted(customer);
    }

    @Test
    void a_system_that_posts_a_likely_duplicate_is_warned_and_so_is_whoever_looks_at_either_deal() {
        String customer = "c-" + UUID.randomUUID();
        String data = """
                {"pipeline": "milestones", "title": "Presses", "need": " Presses ",
                 "customer": {"id": "%1$s", "name": "%1$s"}, "value": %2$s}""".formatted(customer, Events.EUR_900);
        String first = Events.newSubject();
        String second = Events.newSubject();
        Http.Answer one = House.http().structured(Events.event("lead-found", first, "2026-01-05T12:00:00Z", data));
        assertThat(one.json().has("likelyDuplicates")).isFalse();
        String again = Events.event("lead-found", second, "2026-01-05T12:00:00Z", data.replace(" Presses ", "presses"));
        Http.Answer two = House.http().structured(again);
        String firstDeal = one.json().path("dealId").asString();
        String secondDeal = two.json().path("dealId").asString();
        assertThat(two.json().path("status").asString()).isEqualTo("APPLIED");
        assertThat(two.json().path("likelyDuplicates").toString()).isEqualTo("[\"" + firstDeal + "\"]");
        assertThat(House.http().structured(again).json().path("status").asString())
                .isEqualTo("REPLAYED");
        assertThat(duplicatesOf(firstDeal)).isEqualTo("[\"" + secondDeal + "\"]");

        House.http().structured(Events.lost(first));
        assertThat(duplicatesOf(secondDeal)).isEqualTo("[]");
        assertThat(duplicatesOf(firstDeal)).isEqualTo("[]");
        assertThat(House.http()
                        .structured(Events.event("lead-found", Events.newSubject(), "2026-01-06T12:00:00Z", data))
                        .json()
                        .path("likelyDuplicates")
                        .toString())
                .isEqualTo("[\"" + secondDeal + "\"]");
    }

    private static String duplicatesOf(String deal) {
        return House.http()
                .get("/v1/deals/" + deal)
                .json()
                .path("likelyDuplicates")
                .toString();
    }

    private String found() {
        return rita.command("/v1/deals", LEAD).header("Location");
    }

    private void axelTakes(String deal) {
        Kafka.transferred(id(deal), 0, "ACCOUNT_EXECUTIVE", "axel", 1);
        await().atMost(House.PATIENCE)
                .untilAsserted(() ->
                        assertThat(axel.get(deal).json().path("epoch").asInt()).isEqualTo(1));
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
