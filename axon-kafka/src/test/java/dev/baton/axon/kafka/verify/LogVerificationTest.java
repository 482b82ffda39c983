package dev.baton.axon.kafka.verify;

import static dev.baton.axon.kafka.publisher.PublishingService.append;
import static dev.baton.axon.kafka.publisher.PublishingService.range;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.Deals;
import dev.baton.axon.kafka.DurableBroker;
import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.Postgres;
import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.publisher.KafkaPublisher;
import dev.baton.axon.kafka.publisher.PublishingService;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Topics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LogVerificationTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    static Path data;

    private DurableBroker broker;
    private String source;
    private ConfigurableApplicationContext service;
    private JdbcTemplate sql;
    private String deal;

    @BeforeAll
    void startKafka() throws Exception {
        broker = new DurableBroker(data);
        broker.start();
    }

    @AfterAll
    void stopKafka() {
        broker.close();
    }

    /// Each test has a log of its own; what others left on the topics is another service's.
    @BeforeEach
    void startService() {
        deal = Deals.newDeal();
        source = "verified-" + COUNT.incrementAndGet();
        service = PublishingService.start(
                Postgres.newDatabaseUrl(), broker.bootstrap().bootstrap(), source, PublishingService.patient());
        sql = service.getBean(JdbcTemplate.class);
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    @Test
    void store_and_topics_that_say_the_same_are_clean() {
        publish(deal, 3);
        publish(Deals.newDeal(), 2);
        var report = verified();
        assertThat(report.findings()).isEmpty();
        assertThat(report.clean()).isTrue();
        assertThat(report.source()).isEqualTo(source);
        assertThat(report.looked()).containsEntry("events", 5L).containsKeys("commits", "records");
        assertThat(report.lastHash()).hasSize(64);
    }

    @Test
    void one_changed_byte_of_an_event_is_found_by_the_chain_and_by_the_topic() {
        publish(deal, 3);
        sql.update("update event set payload = replace(payload, '\"step\":1', '\"step\":7') where sequence = 1");
        var report = verified();
        assertThat(of(report, Where.STORE, Fault.ALTERED))
                .extracting(Finding::event)
                .contains(id(1));
        assertThat(of(report, Where.TOPIC, Fault.ALTERED)).singleElement().satisfies(finding -> {
            assertThat(finding.subject()).isEqualTo(deal);
            assertThat(finding.event()).isEqualTo(id(1));
            assertThat(finding.place()).contains("position 2");
        });
    }

    @Test
    void a_deleted_event_is_missing_from_the_store_and_extra_on_the_topic() {
        publish(deal, 3);
        sql.update("delete from event where sequence = 1");
        var report = verified();
        assertThat(of(report, Where.STORE, Fault.MISSING))
                .extracting(Finding::place)
                .containsExactly("position 2");
        assertThat(of(report, Where.TOPIC, Fault.EXTRA))
                .extracting(Finding::event)
                .containsExactly(id(1));
    }

    @Test
    void a_deleted_record_is_missing_from_the_topic() throws Exception {
        publish(deal, 3);
        try (var admin = new KafkaClients(broker.bootstrap()).admin()) {
            admin.deleteRecords(Map.of(partition(deal), RecordsToDelete.beforeOffset(end(deal) - 1)))
                    .all()
                    .get();
        }
        var report = verified();
        assertThat(of(report, Where.TOPIC, Fault.MISSING))
                .extracting(Finding::event)
                .containsExactly(id(0), id(1));
        assertThat(report.counts()).containsExactly(new FindingCount(Where.TOPIC, Fault.MISSING, 2));
    }

    @Test
    void a_record_that_claims_to_be_of_this_service_is_extra() {
        publish(deal, 1);
        send(Deals.event(source, deal, 1));
        var report = verified();
        assertThat(report.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.EXTRA);
            assertThat(finding.event()).isEqualTo(id(1));
            assertThat(finding.place()).startsWith("baton.deals/");
        });
    }

    @Test
    void a_record_in_a_partition_that_is_not_its_keys_is_misplaced() {
        publish(deal, 2);
        var record = new CloudEventWriter().write(Topics.DEALS, Deals.event(source, deal, 1));
        int wrong = (partition(deal).partition() + 1) % Topics.PARTITIONS;
        send(new ProducerRecord<>(record.topic(), wrong, record.key(), record.value(), record.headers()));
        assertThat(of(verified(), Where.TOPIC, Fault.MISPLACED))
                .extracting(Finding::event)
                .containsExactly(id(1));
    }

    @Test
    void events_in_another_order_than_their_sequence_are_found() {
        var publisher = service.getBean(KafkaPublisher.class);
        publish(Deals.newDeal(), 1);
        publisher.stop();
        append(service, source, deal, range(0, 2));
        send(Deals.event(source, deal, 1));
        send(Deals.event(source, deal, 0));
        sql.update("update publisher_token set position = 3");
        var report = verified();
        assertThat(of(report, Where.TOPIC, Fault.DISORDERED))
                .extracting(Finding::subject)
                .containsExactly(deal);
        assertThat(report.counts()).hasSize(1);
    }

    @Test
    void what_was_sent_twice_after_a_crash_is_no_finding() {
        publish(deal, 3);
        var publisher = service.getBean(KafkaPublisher.class);
        publisher.stop();
        sql.update("update publisher_token set position = 1");
        publisher.start();
        await().until(() -> token() == 3);
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void what_is_not_published_yet_is_no_finding() {
        publish(deal, 1);
        service.getBean(KafkaPublisher.class).stop();
        append(service, source, deal, range(1, 4));
        assertThat(verified().findings()).isEmpty();
    }

    @Test
    void topics_that_are_gone_lack_every_event_that_was_acknowledged() throws Exception {
        publish(deal, 2);
        service.getBean(KafkaPublisher.class).stop();
        try (var admin = new KafkaClients(broker.bootstrap()).admin()) {
            admin.deleteTopics(List.of(Topics.DEALS)).all().get();
            await().until(() -> !admin.listTopics().names().get().contains(Topics.DEALS));
        }
        assertThat(of(verified(), Where.TOPIC, Fault.MISSING))
                .extracting(Finding::event)
                .containsExactly(id(0), id(1));
    }

    private void publish(String of, int events) {
        append(service, source, of, range(0, events));
        await().until(() -> token() == logged());
    }

    private VerificationReport verified() {
        try {
            return service.getBean(LogVerification.class).run(Map.of(), new TaskProgress());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Finding> of(VerificationReport report, Where where, Fault fault) {
        return report.findings().stream()
                .filter(finding -> finding.where() == where && finding.fault() == fault)
                .toList();
    }

    private String id(long sequence) {
        return Deals.event(source, deal, sequence).id().toString();
    }

    private void send(EventEnvelope event) {
        send(new CloudEventWriter().write(Topics.DEALS, event));
    }

    private void send(ProducerRecord<byte[], byte[]> record) {
        try (var producer = new KafkaClients(broker.bootstrap()).producer("test")) {
            var unused = producer.send(record);
            producer.flush();
        }
    }

    private static TopicPartition partition(String deal) {
        return new TopicPartition(
                Topics.DEALS, Utils.toPositive(Utils.murmur2(deal.getBytes(UTF_8))) % Topics.PARTITIONS);
    }

    private long end(String deal) {
        return service.getBean(EndOffsets.class).of(List.of(Topics.DEALS)).get(partition(deal));
    }

    private long logged() {
        return service.getBean(EventLog.class).lastPosition();
    }

    private long token() {
        return count("select coalesce(max(position), 0) from publisher_token");
    }

    private long count(String query) {
        return sql.queryForObject(query, Long.class);
    }
}
