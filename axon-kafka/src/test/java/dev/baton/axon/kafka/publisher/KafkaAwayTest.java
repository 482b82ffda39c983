package dev.baton.axon.kafka.publisher;

import static dev.baton.axon.kafka.publisher.PublishingService.append;
import static dev.baton.axon.kafka.publisher.PublishingService.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.Deals;
import dev.baton.axon.kafka.Delivery;
import dev.baton.axon.kafka.DurableBroker;
import dev.baton.axon.kafka.Postgres;
import dev.baton.axon.kafka.ReaderSettings;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.TopicMismatch;
import dev.baton.contract.Topics;
import dev.baton.contract.testing.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

class KafkaAwayTest {
    private static final String SOURCE = "away-test";
    private static final Duration RECOVERY = Patience.LIMIT;
    /// gives up sooner than a service does, so that it is not the patience that takes the test's time
    private static final String[] IMPATIENT = {
        "--baton.kafka.clients.[delivery.timeout.ms]=4000",
        "--baton.kafka.clients.[request.timeout.ms]=2000",
        "--baton.kafka.clients.[default.api.timeout.ms]=2000",
        "--baton.kafka.clients.[max.block.ms]=2000"
    };

    @TempDir
    Path data;

    @Test
    void kafka_stopped_and_started_again_loses_nothing_and_doubles_nothing() throws Exception {
        try (var broker = new DurableBroker(data)) {
            broker.start();
            try (var service = start(broker)) {
                var reader = startReader(service);
                var deal = Deals.newDeal();
                append(service, SOURCE, deal, range(0, 5));
                await().atMost(RECOVERY).until(() -> story(service, deal).size() == 5);

                broker.stop();
                append(service, SOURCE, deal, range(5, 10));
                await().atMost(RECOVERY)
                        .until(() ->
                                service.getBean(KafkaPublisher.class).status().problem() != null);
                assertThat(story(service, deal)).hasSize(5);

                broker.start();
                await().atMost(RECOVERY)
                        .untilAsserted(() -> assertThat(story(service, deal))
                                .containsExactlyElementsOf(
                                        LongStream.range(0, 10).boxed().toList()));
                await().untilAsserted(() -> assertThat(
                                service.getBean(KafkaPublisher.class).status().problem())
                        .isNull());
                reader.stop();
            }
        }
    }

    @Test
    void a_service_starts_without_kafka_and_publishes_once_it_is_there() throws Exception {
        try (var broker = new DurableBroker(data)) {
            try (var service = start(broker)) {
                var deal = Deals.newDeal();
                append(service, SOURCE, deal, range(0, 3));
                var reader = startReader(service);
                broker.start();
                await().atMost(RECOVERY)
                        .untilAsserted(() -> assertThat(story(service, deal)).containsExactly(0L, 1L, 2L));
                reader.stop();
            }
        }
    }

    @Test
    void a_topic_with_another_partition_count_stops_the_start() throws Exception {
        try (var broker = new DurableBroker(data)) {
            broker.start();
            try (var admin = new KafkaClients(broker.bootstrap()).admin()) {
                admin.createTopics(Set.of(new NewTopic(Topics.MEMBERS, 3, (short) 1)))
                        .all()
                        .get();
            }
            // patient: a Kafka that is merely slow to answer is taken for one that is away, and stops nothing
            assertThatThrownBy(() -> PublishingService.start(
                                    Postgres.newDatabaseUrl(),
                                    broker.bootstrap().bootstrap(),
                                    SOURCE,
                                    "--baton.kafka.clients.[request.timeout.ms]=60000",
                                    "--baton.kafka.clients.[default.api.timeout.ms]=120000")
                            .close())
                    .hasRootCauseInstanceOf(TopicMismatch.class)
                    .hasStackTraceContaining("Topic baton.members has 3 partitions, Baton needs exactly 64");
        }
    }

    private static ConfigurableApplicationContext start(DurableBroker broker) {
        var service = PublishingService.start(
                Postgres.newDatabaseUrl(), broker.bootstrap().bootstrap(), SOURCE, IMPATIENT);
        service.getBean(JdbcTemplate.class).execute("create table story (deal text, sequence bigint, at serial)");
        return service;
    }

    private static TopicReader startReader(ConfigurableApplicationContext service) {
        var settings = ReaderSettings.of("away", Delivery.IN_TRANSACTION, Topics.DEALS);
        var reader = service.getBean(TopicReaders.class).reader(settings, batch -> tell(service, batch));
        reader.start();
        return reader;
    }

    private static void tell(ConfigurableApplicationContext service, List<ReceivedEvent> batch) {
        batch.forEach(event -> service.getBean(JdbcTemplate.class)
                .update(
                        "insert into story (deal, sequence) values (?, ?)",
                        event.envelope().subject(),
                        event.envelope().sequence()));
    }

    private static List<Long> story(ConfigurableApplicationContext service, String deal) {
        return service.getBean(JdbcTemplate.class)
                .queryForList("select sequence from story where deal = ? order by at", Long.class, deal);
    }
}
