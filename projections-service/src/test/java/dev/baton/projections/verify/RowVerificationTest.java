package dev.baton.projections.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.ops.TaskRefused;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.KafkaSettings;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Topics;
import dev.baton.contract.testing.Patience;
import dev.baton.projections.generation.FedGenerations;
import dev.baton.projections.testing.Broker;
import dev.baton.projections.testing.Postgres;
import dev.baton.projections.testing.Running;
import dev.baton.projections.testing.SmallOffice;
import dev.baton.web.edge.testing.TestTokens;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RowVerificationTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Patience.LIMIT;

    private final List<EventEnvelope> events = SmallOffice.written().events();
    private Broker broker;
    private Running service;

    @BeforeEach
    void start() {
        broker = new Broker();
        broker.write(events);
        service = Running.on(broker, Postgres.newDatabaseUrl());
        service.awaitRead(events.size());
    }

    @AfterEach
    void stop() {
        service.close();
        broker.close();
    }

    @Test
    void rows_that_are_what_the_topics_fold_to_are_clean() {
        JsonNode report = verified();
        assertThat(report.path("findings")).isEmpty();
        assertThat(report.path("clean").asBoolean()).isTrue();
        assertThat(report.at("/looked/records").asLong()).isEqualTo(events.size());
        assertThat(report.at("/looked/rows").asLong()).isGreaterThan(events.size());
        assertThat(verified().path("clean").asBoolean()).as("a second time").isTrue();
    }

    @Test
    void changed_missing_and_extra_rows_are_named() {
        change("update gen_1.deal_current set title = 'another' where deal_id = 'deal-1'");
        change(
                "update gen_1.deal_timeline set data = '{}' where deal_id = 'deal-2' and source = 'deal-service' and sequence = 0");
        change("delete from gen_1.deal_close where deal_id = 'deal-3'");
        change("insert into gen_1.stage_visit select 'nobodys', visit, attempt, stage, entered_at, entered_recorded_at"
                + " from gen_1.stage_visit where deal_id = 'deal-6'");
        change("update gen_1.member set capacity = capacity + 1 where member = 'anna'");
        JsonNode report = verified();
        assertThat(report.path("clean").asBoolean()).isFalse();
        assertThat(report.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("fault").asString() + " "
                                + finding.path("place").asString()))
                .containsExactlyInAnyOrder(
                        "ALTERED gen_1.deal_current deal-1",
                        "ALTERED gen_1.deal_timeline deal-2/deal-service/0",
                        "MISSING gen_1.deal_close deal-3/1",
                        "EXTRA gen_1.stage_visit nobodys/1",
                        "ALTERED gen_1.member account-executive/anna");
        assertThat(report.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("detail").asString()))
                .anyMatch(detail -> detail.endsWith("another value of title"));
    }

    @Test
    void a_subject_that_is_held_back_is_told_and_no_difference() {
        broker.write(List.of(unknown(events.getLast())));
        await().atMost(PATIENCE)
                .until(() -> service.json("/ops/dead-letters").path("items").size() == 1);
        JsonNode counts = verified().path("counts");
        assertThat(counts).hasSize(1);
        assertThat(counts.at("/0/fault").asString()).isEqualTo("HELD_BACK");
    }

    @Test
    void a_record_that_was_deleted_is_missed() throws Exception {
        TopicPartition partition = partition("deal-1");
        long end = service.bean(EndOffsets.class).of(List.of(Topics.DEALS)).get(partition);
        try (var admin = new KafkaClients(KafkaSettings.at(broker.bootstrap())).admin()) {
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(1)))
                    .all()
                    .get();
        }
        assertThat(end).isGreaterThan(1);
        JsonNode report = verified();
        assertThat(report.path("findings")
                        .valueStream()
                        .map(finding -> finding.path("detail").asString()))
                .anyMatch(detail -> detail.startsWith("the topic lacks event 0 of deal-service"));
    }

    @Test
    void a_record_that_is_no_event_is_extra_on_its_topic() {
        broker.write(new ProducerRecord<>(Topics.MEMBERS, 7, new byte[] {1}, new byte[] {2}));
        JsonNode findings = verified().path("findings");
        assertThat(findings).hasSize(1);
        assertThat(findings.at("/0/where").asString()).isEqualTo("TOPIC");
        assertThat(findings.at("/0/fault").asString()).isEqualTo("EXTRA");
        assertThat(findings.at("/0/place").asString()).startsWith(Topics.MEMBERS + "/7@");
    }

    @Test
    void rows_are_not_judged_while_readers_stand_still() {
        service.bean(FedGenerations.class).stop();
        broker.write(List.of(unknown(events.getLast())));
        ReadersDue readers = service.bean(ReadersDue.class);
        assertThatThrownBy(() -> readers.await(new TaskProgress(), Duration.ofMillis(500)))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("stand still at " + events.size() + " of " + (events.size() + 1));
    }

    @Test
    void topics_that_were_filled_again_in_another_order_fold_to_the_same_rows() {
        broker.deleteTopics();
        broker.createTopics();
        broker.write(inAnotherOrder());
        assertThat(verified().path("findings")).isEmpty();
    }

    @Test
    void topics_that_are_gone_account_for_no_row() {
        broker.deleteTopics();
        JsonNode counts = verified().path("counts");
        assertThat(counts).hasSize(1);
        assertThat(counts.at("/0/fault").asString()).isEqualTo("EXTRA");
    }

    @Test
    void only_operators_verify() {
        assertThat(service.post("/ops/verify", TestTokens.client("crm", "deals:read"), "once", "")
                        .statusCode())
                .isEqualTo(403);
        assertThat(service.stranger("/ops/verify/" + UUID.randomUUID(), "application/json")
                        .statusCode())
                .isEqualTo(401);
        assertThat(service.get("/ops/verify/" + UUID.randomUUID(), "application/json")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.post("/ops/republish").statusCode()).isEqualTo(404);
    }

    /// All of deals, then all of roles: what republication would never do, and yet the same history.
    private List<EventEnvelope> inAnotherOrder() {
        return events.stream()
                .sorted(Comparator.comparing(EventEnvelope::source))
                .toList();
    }

    private JsonNode verified() {
        var begun = service.post("/ops/verify");
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String id = JSON.readTree(begun.body()).path("id").asString();
        var run = new AtomicReference<JsonNode>();
        await().atMost(PATIENCE).until(() -> {
            run.set(service.json("/ops/verify/" + id));
            return !run.get().path("state").asString().equals("RUNNING");
        });
        assertThat(run.get().path("state").asString()).as(run.get().toString()).isEqualTo("DONE");
        assertThat(run.get().path("done").asLong())
                .isEqualTo(run.get().path("total").asLong());
        return run.get().path("result");
    }

    private void change(String sql) {
        assertThat(service.sql().sql(sql).update()).as(sql).isEqualTo(1);
    }

    /// The next event of the last one's subject, of a type that nobody knows.
    private static EventEnvelope unknown(EventEnvelope last) {
        return new EventEnvelope(
                UUID.randomUUID(),
                last.source(),
                "baton.deal.lead-found.v99",
                last.subject(),
                last.sequence() + 1,
                last.partitionKey(),
                last.time(),
                last.recordedTime(),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                "{}");
    }

    private static TopicPartition partition(String deal) {
        byte[] key = deal.getBytes(StandardCharsets.UTF_8);
        return new TopicPartition(Topics.DEALS, Utils.toPositive(Utils.murmur2(key)) % Topics.PARTITIONS);
    }
}
