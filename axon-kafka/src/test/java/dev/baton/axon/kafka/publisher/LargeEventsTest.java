package dev.baton.axon.kafka.publisher;

import static dev.baton.axon.kafka.publisher.PublishingService.append;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.Broker;
import dev.baton.axon.kafka.Deals;
import dev.baton.axon.kafka.Postgres;
import dev.baton.axon.kafka.TopicTap;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;

/// One record that Kafka does not take keeps all behind it from being published.
class LargeEventsTest {
    private static final String SOURCE = "large-events-test";
    /// What a broker takes unless it is told otherwise.
    private static final int USUAL = 1_048_588;

    private final String database = Postgres.newDatabaseUrl();

    @Test
    void the_largest_event_that_a_log_takes_is_published_with_what_stands_behind_it() {
        var deal = Deals.newDeal();
        try (var service = start();
                var tap = new TopicTap(Broker.settings())) {
            append(service, List.of(large(deal, 0, Topics.LARGEST_EVENT - 100), Deals.event(SOURCE, deal, 1)));
            await().untilAsserted(() -> assertThat(tap.sequences(SOURCE, deal)).containsExactly(0L, 1L));
            assertThat(tap.seen(event -> event.subject().equals(deal))
                            .getFirst()
                            .data())
                    .hasSize(Topics.LARGEST_EVENT - 100);
        }
    }

    /// As it stood when the topics were made by an earlier Baton: nothing of the log has to be
    /// touched.
    @Test
    void a_log_that_a_large_event_has_held_up_goes_on_once_the_topics_take_it() throws Exception {
        var deal = Deals.newDeal();
        new BatonTopics(new KafkaClients(Broker.settings()), Broker.settings()).ensure();
        try (var service = start();
                var tap = new TopicTap(Broker.settings())) {
            await().until(() -> publisher(service).status().duty() == PublisherStatus.Duty.PUBLISHING);
            limit(USUAL);
            append(service, List.of(large(deal, 0, 2 * USUAL), Deals.event(SOURCE, deal, 1)));
            await().untilAsserted(() ->
                    assertThat(publisher(service).status().problem()).contains("RecordTooLargeException"));
            assertThat(tap.sequences(SOURCE, deal)).doesNotContain(0L);

            new BatonTopics(new KafkaClients(Broker.settings()), Broker.settings()).ensure();

            await().untilAsserted(() -> assertThat(tap.sequences(SOURCE, deal)).containsSubsequence(0L, 1L));
        } finally {
            limit(Topics.LARGEST_RECORD);
        }
    }

    /// Such an event comes into no log any more, but one may be there, or Kafka may be kept from
    /// taking as much.
    @Test
    void an_event_that_kafka_does_not_take_is_named_and_what_waits_behind_it_is_counted() {
        var deal = Deals.newDeal();
        try (var service = start()) {
            append(service, List.of(large(deal, 0, 2 * Topics.LARGEST_RECORD), Deals.event(SOURCE, deal, 1)));
            await().untilAsserted(() -> assertThat(problem(service))
                    .contains("baton.deal.next-step-set.v1 of deal/" + deal, "position", "RecordTooLargeException"));
            assertThat(publisher(service).lag()).isEqualTo(2);
        }
    }

    private static String problem(ConfigurableApplicationContext service) {
        var health = service.getBean("kafkaPublisherHealthIndicator", HealthIndicator.class)
                .health();
        return String.valueOf(health.getDetails().get("problem"));
    }

    private static KafkaPublisher publisher(ConfigurableApplicationContext service) {
        return service.getBean(KafkaPublisher.class);
    }

    private static EventEnvelope large(String deal, long sequence, int bytes) {
        var small = Deals.event(SOURCE, deal, sequence);
        var frame = "{\"step\":\"\"}";
        return new EventEnvelope(
                small.id(),
                small.source(),
                small.type(),
                small.subject(),
                small.sequence(),
                small.partitionKey(),
                small.time(),
                small.recordedTime(),
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                "{\"step\":\"" + "x".repeat(bytes - frame.length()) + "\"}");
    }

    /// A broker tells of a limit a moment before the topic's log goes by it. It takes up one change
    /// after the other: as soon as it tells of the second, the first is in force.
    private static void limit(int bytes) throws Exception {
        limit(Topics.DEALS, bytes);
        limit(Topics.MEMBERS, bytes);
    }

    private static void limit(String name, int bytes) throws Exception {
        var topic = new ConfigResource(ConfigResource.Type.TOPIC, name);
        var entry = new ConfigEntry("max.message.bytes", String.valueOf(bytes));
        try (var admin = new KafkaClients(Broker.settings()).admin()) {
            admin.incrementalAlterConfigs(Map.of(topic, List.of(new AlterConfigOp(entry, AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
            await().until(() -> admin.describeConfigs(List.of(topic))
                    .all()
                    .get()
                    .get(topic)
                    .get("max.message.bytes")
                    .value()
                    .equals(String.valueOf(bytes)));
        }
    }

    private ConfigurableApplicationContext start() {
        return PublishingService.start(database, Broker.settings().bootstrap(), SOURCE, PublishingService.patient());
    }
}
