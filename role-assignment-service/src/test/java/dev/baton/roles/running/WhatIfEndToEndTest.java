package dev.baton.roles.running;

import static dev.baton.contract.Role.ACCOUNT_EXECUTIVE;
import static dev.baton.contract.Role.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.contract.Role.SALES_REPRESENTATIVE;
import static dev.baton.roles.running.Service.DAY;
import static dev.baton.roles.running.Service.eventually;
import static dev.baton.roles.running.Service.lead;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.publisher.KafkaPublisher;
import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.roles.handoff.HandOffSaga;
import dev.baton.roles.waiting.WhenCapacityFreesThenWakeTheQueue;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WhatIfEndToEndTest {
    private static final String MANAGER = TestTokens.member("mia", "SALES_MANAGER");
    private static final String OPERATOR = TestTokens.client("test", "ops", "members:write");
    private static final List<String> DEALS = new ArrayList<>();

    private static Service service;

    /// Sixty deals: places run out and become free, somebody leaves, a queue is woken.
    @BeforeAll
    static void live() {
        service = new Service();
        service.join(SALES_REPRESENTATIVE, "rita", 1000);
        service.join(ACCOUNT_EXECUTIVE, "anna", 20);
        service.join(ACCOUNT_EXECUTIVE, "ben", 20);
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sam", 10);
        for (int i = 0; i < 60; i++) {
            String deal = service.newDeal();
            DEALS.add(deal);
            service.tell(
                    deal, DAY.plus(Duration.ofHours(i)), lead("East", null, null), new LeadQualified(null, null, null));
        }
        eventually().untilAsserted(() -> assertThat(service.waiting()).isEqualTo(20));
        for (int i = 0; i < 30; i++) {
            Closed closed = i % 2 == 0
                    ? new Closed(Outcome.WON, null, null, null)
                    : new Closed(Outcome.LOST, null, "price", null);
            service.tell(DEALS.get(i), DAY.plus(Duration.ofDays(10)), closed);
        }
        service.post(OPERATOR, "/v1/members/ben/departure", Map.of());
        service.join(CUSTOMER_SUPPORT_REPRESENTATIVE, "sue", 30);
        settle();
    }

    /// Until nothing can follow any more: all news of deals is in the log, the relay and the queue
    /// have heard all that is there, and who has left holds nothing; and until nothing moves any
    /// more: all of it has been published, and read again where it is passed over.
    private static void settle() {
        eventually().until(() -> {
            long last = service.bean(EventLog.class).lastPosition();
            return count("event where stream_id like 'deal/%'") == 150
                    && count("responsibility where member = 'ben' and ended_at is null") == 0
                    && hasHeard(HandOffSaga.GROUP, last)
                    && hasHeard(WhenCapacityFreesThenWakeTheQueue.GROUP, last)
                    && service.bean(KafkaPublisher.class).status().position() == last
                    && service.bean(TopicReader.class).progress().stream().allMatch(read -> read.lag() == 0)
                    && service.bean(EventLog.class).lastPosition() == last;
        });
    }

    private static boolean hasHeard(String group, long position) {
        return service
                .bean(Configuration.class)
                .eventProcessingConfiguration()
                .eventProcessor(group, StreamingEventProcessor.class)
                .orElseThrow()
                .processingStatus()
                .values()
                .stream()
                .anyMatch(status -> status.getCurrentPosition().orElse(-1) >= position);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    /// The next test may ask.
    @AfterEach
    void leaveNothingRunning() {
        JsonNode run = service.post(OPERATOR, "/v1/what-if", Map.of()).json();
        String id = run.path("running").asString(run.path("id").asString(""));
        assertThat(service.delete(OPERATOR, "/v1/what-if/" + id).status()).isEqualTo(200);
    }

    @Test
    void the_same_policy_gives_the_same_and_nothing_is_written() {
        Map<String, String> before = rows();
        JsonNode result = ask(Map.of());
        assertThat(result.path("firstDecisions")).isEmpty();
        assertThat(result.path("same").asBoolean()).as(result.toPrettyString()).isTrue();
        assertThat(result.path("decisions").path("identical").asInt())
                .isEqualTo(result.path("decisions").path("recorded").asInt())
                .isGreaterThan(100);
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void another_policy_is_shown_side_by_side_and_its_differences_page_by_page() {
        Map<String, String> before = rows();
        JsonNode run = run(Map.of("policy", Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", Map.of("weight", 4)))));
        JsonNode result = run.path("result");
        assertThat(result.path("same").asBoolean()).isFalse();
        int differences = result.path("differences").asInt();
        assertThat(differences).isGreaterThan(5);
        List<String> listed = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = service.get(
                            OPERATOR,
                            "/v1/what-if/" + run.path("id").asString() + "/differences?limit=3"
                                    + (next.isEmpty() ? "" : "&after=" + next))
                    .json();
            page.path("items").forEach(item -> listed.add(item.path("number").asString()));
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(listed).hasSize(differences).doesNotHaveDuplicates();
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_policy_with_a_mistake_is_refused_with_the_field() {
        Service.Answer negative = service.post(
                OPERATOR,
                "/v1/what-if",
                Map.of("policy", Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", Map.of("weight", -1)))));
        assertThat(negative.status()).isEqualTo(422);
        Service.Answer unknown = service.post(
                OPERATOR,
                "/v1/what-if",
                Map.of("policy", Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", Map.of("wait", 1)))));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("pointer").asString()).isEqualTo("/policy/roles/ACCOUNT_EXECUTIVE/wait");
        assertThat(service.post(
                                OPERATOR,
                                "/v1/what-if",
                                Map.of("from", "2017-02-01T00:00:00Z", "to", "2017-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void a_policy_that_stands_in_for_an_unknown_one_or_is_not_there_is_refused() {
        Map<String, Object> policy = Map.of("roles", Map.of());
        Service.Answer unknown = service.post(OPERATOR, "/v1/what-if", Map.of("policy", policy, "replaces", "defualt"));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.json().path("code").asString()).isEqualTo("routing-policy-unknown");
        assertThat(unknown.json().path("allowed").toString()).contains("\"default\"");
        assertThat(service.post(OPERATOR, "/v1/what-if", Map.of("replaces", "default"))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("policy-required");
    }

    @Test
    void of_a_period_without_deals_nothing_would_have_been_otherwise() {
        JsonNode result = ask(Map.of(
                "policy",
                Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", Map.of("weight", 4))),
                "from",
                "2010-01-01T00:00:00Z",
                "to",
                "2011-01-01T00:00:00Z"));
        assertThat(result.path("same").asBoolean()).as(result.toPrettyString()).isTrue();
        assertThat(result.path("differences").asInt()).isZero();
    }

    /// What one asks for twice at once runs once; another question is told which one runs.
    @Test
    void two_questions_at_once_are_one_run_or_a_refusal() {
        Map<String, Object> other = Map.of("policy", Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", Map.of("weight", 2))));
        Service.Answer first = service.post(OPERATOR, "/v1/what-if", Map.of());
        Service.Answer again = service.post(OPERATOR, "/v1/what-if", Map.of());
        Service.Answer another = service.post(OPERATOR, "/v1/what-if", other);
        assertThat(first.status()).isEqualTo(202);
        assertThat(again.status()).isEqualTo(202);
        if (another.status() != 202) {
            assertThat(another.status()).isEqualTo(409);
            assertThat(another.json().path("code").asString()).isEqualTo("what-if-running");
            assertThat(another.json().path("running").asString())
                    .isEqualTo(again.json().path("id").asString());
        }
    }

    /// Whether it was cancelled or had ended before, the desk is free, and saying so again
    /// changes nothing.
    @Test
    void a_run_is_cancelled_once_and_another_question_may_be_asked_at_once() {
        String path = "/v1/what-if/"
                + service.post(OPERATOR, "/v1/what-if", Map.of("from", "2010-01-01T00:00:00Z"))
                        .json()
                        .path("id")
                        .asString();
        Service.Answer cancelled = service.delete(MANAGER, path);
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.json().path("state").asString()).isIn("CANCELLED", "DONE");
        assertThat(service.post(OPERATOR, "/v1/what-if", Map.of("to", "2010-01-01T00:00:00Z"))
                        .status())
                .isEqualTo(202);
        assertThat(service.delete(OPERATOR, path).json()).isEqualTo(cancelled.json());
        assertThat(service.get(OPERATOR, path).json()).isEqualTo(cancelled.json());
        assertThat(service.delete(OPERATOR, "/v1/what-if/none").status()).isEqualTo(404);
        assertThat(service.delete(TestTokens.client("crm", "deals:write"), path).status())
                .isEqualTo(403);
    }

    @Test
    void what_no_working_time_and_no_place_can_measure_is_refused_with_the_field() {
        mistaken(Map.of("weight", 2_000_000_000), "/roles/ACCOUNT_EXECUTIVE/weight");
        mistaken(Map.of("weights", Map.of("NURTURING", 20_000)), "/roles/ACCOUNT_EXECUTIVE/weights/NURTURING");
        mistaken(Map.of("steward", " "), "/roles/ACCOUNT_EXECUTIVE/steward");
        mistaken(
                Map.of("patience", Map.of("answerMinutes", Integer.MAX_VALUE)),
                "/roles/ACCOUNT_EXECUTIVE/patience/answerMinutes");
        Service.Answer closed = service.post(
                OPERATOR,
                "/v1/what-if",
                Map.of("policy", Map.of("calendar", Map.of("opens", "09:00", "closes", "09:00:00.000000001"))));
        assertThat(closed.json().path("pointer").asString()).isEqualTo("/calendar/closes");
    }

    private static void mistaken(Map<String, Object> rule, String pointer) {
        Service.Answer refused = service.post(
                OPERATOR, "/v1/what-if", Map.of("policy", Map.of("roles", Map.of("ACCOUNT_EXECUTIVE", rule))));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("pointer").asString()).isEqualTo(pointer);
    }

    @Test
    void a_run_says_how_long_it_took() {
        JsonNode run = run(Map.of());
        assertThat(Instant.parse(run.path("endedAt").asString()))
                .isAfterOrEqualTo(
                        Instant.parse(run.path("startedAt").asString()).plus(Duration.ofMillis(1)));
    }

    @Test
    void it_is_for_operators_and_managers() {
        assertThat(service.post(TestTokens.client("crm", "deals:write"), "/v1/what-if", Map.of())
                        .status())
                .isEqualTo(403);
        assertThat(service.get(MANAGER, "/v1/what-if/none").status()).isEqualTo(404);
    }

    private static JsonNode ask(Map<String, Object> question) {
        return run(question).path("result");
    }

    private static JsonNode run(Map<String, Object> question) {
        Service.Answer begun = service.post(OPERATOR, "/v1/what-if", question);
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String path = "/v1/what-if/" + begun.json().path("id").asString();
        eventually()
                .untilAsserted(() -> assertThat(
                                service.get(OPERATOR, path).json().path("state").asString())
                        .isEqualTo("DONE"));
        return service.get(OPERATOR, path).json();
    }

    private static long count(String rows) {
        return Objects.requireNonNull(service.sql().queryForObject("select count(*) from " + rows, Long.class));
    }

    /// What each table and sequence has; not when the readers last said that they are still there.
    private static Map<String, String> rows() {
        Map<String, String> rows = new TreeMap<>();
        service.sql()
                .queryForList(
                        "select table_name from information_schema.tables where table_schema = current_schema()"
                                + " and table_type = 'BASE TABLE'"
                                + " and table_name not in ('scheduled_tasks', 'token_entry')",
                        String.class)
                .forEach(table -> rows.put(
                        table,
                        service.sql()
                                .queryForObject(
                                        "select count(*) || ' ' || md5(coalesce(string_agg(t::text, ',' order by t::text), ''))"
                                                + " from " + table + " t",
                                        String.class)));
        service.sql()
                .queryForList("select sequencename from pg_sequences where schemaname = current_schema()", String.class)
                .forEach(sequence -> rows.put(
                        sequence,
                        service.sql().queryForObject("select last_value || '' from " + sequence, String.class)));
        rows.put("topics", service.topic().ends().toString());
        return rows;
    }
}
