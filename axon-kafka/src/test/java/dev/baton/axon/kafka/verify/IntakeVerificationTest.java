package dev.baton.axon.kafka.verify;

import static dev.baton.axon.kafka.publisher.PublishingService.append;
import static dev.baton.axon.kafka.publisher.PublishingService.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.Deals;
import dev.baton.axon.kafka.Delivery;
import dev.baton.axon.kafka.DurableBroker;
import dev.baton.axon.kafka.Postgres;
import dev.baton.axon.kafka.ReaderSettings;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.publisher.PublishingService;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.postgres.EventIntake;
import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import dev.baton.contract.Topics;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/// A service that takes in what another says: its log against the topic.
class IntakeVerificationTest {
    private static final String SOURCE = "taking-in";
    private static final String READER = "intake";
    private static final String NEIGHBOUR = "neighbour";

    @TempDir
    Path data;

    private final String deal = Deals.newDeal();
    private DurableBroker broker;
    private ConfigurableApplicationContext service;
    private JdbcTemplate sql;

    @BeforeEach
    void start() throws Exception {
        broker = new DurableBroker(data);
        broker.start();
        var arguments = PublishingService.arguments(
                Postgres.newDatabaseUrl(), broker.bootstrap().bootstrap(), SOURCE, PublishingService.patient());
        service = new SpringApplicationBuilder(PublishingService.class, TakingIn.class).run(arguments);
        sql = service.getBean(JdbcTemplate.class);
    }

    @AfterEach
    void stop() {
        service.close();
        broker.close();
    }

    @Test
    void what_was_taken_in_is_what_its_maker_said() {
        var reader = startReader();
        for (long sequence = 0; sequence < 3; sequence++) {
            send(Deals.event(NEIGHBOUR, deal, sequence));
        }
        await().until(() -> logged() == 3);
        reader.stop();
        assertThat(verified().findings()).isEmpty();

        sql.update("update event set payload = '{}' where sequence = 2");
        sql.update("delete from event where sequence = 0");
        var report = verified();
        assertThat(of(report, Where.INTAKE, Fault.ALTERED))
                .singleElement()
                .satisfies(finding -> assertThat(finding.event())
                        .isEqualTo(Deals.event(NEIGHBOUR, deal, 2).id().toString()));
        assertThat(of(report, Where.INTAKE, Fault.MISSING))
                .singleElement()
                .satisfies(finding -> assertThat(finding.event())
                        .isEqualTo(Deals.event(NEIGHBOUR, deal, 0).id().toString()));
    }

    @Test
    void what_was_taken_in_and_never_said_is_extra() {
        append(service, NEIGHBOUR, deal, range(0, 1));
        assertThat(of(verified(), Where.INTAKE, Fault.EXTRA))
                .extracting(Finding::subject)
                .containsExactly(deal);
    }

    @Test
    void what_waits_behind_a_hole_is_held_back_and_no_difference() {
        var reader = startReader();
        send(Deals.event(NEIGHBOUR, deal, 1));
        await().until(() -> parked() == 1);
        reader.stop();
        assertThat(verified().counts()).containsExactly(new FindingCount(Where.INTAKE, Fault.HELD_BACK, 1));
    }

    private TopicReader startReader() {
        var settings =
                ReaderSettings.of(READER, Delivery.IN_TRANSACTION, Topics.DEALS).ignoring(SOURCE);
        var intake = service.getBean(EventIntake.class);
        var reader = service.getBean(TopicReaders.class)
                .reader(
                        settings,
                        batch -> intake.takeIn(
                                batch.stream().map(ReceivedEvent::envelope).toList(),
                                event -> StreamId.deal(event.subject())));
        reader.start();
        return reader;
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

    private void send(EventEnvelope event) {
        try (var producer = new KafkaClients(broker.bootstrap()).producer("test")) {
            var unused = producer.send(new CloudEventWriter().write(Topics.DEALS, event));
            producer.flush();
        }
    }

    private long logged() {
        return service.getBean(EventLog.class).lastPosition();
    }

    private long parked() {
        return sql.queryForObject("select count(*) from reader_parked", Long.class);
    }

    @Configuration(proxyBeanMethods = false)
    static class TakingIn {

        @Bean
        Intake intake() {
            return new Intake(READER, Topics.DEALS);
        }
    }
}
