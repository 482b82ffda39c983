package dev.baton.axon.kafka.publisher;

import static dev.baton.axon.kafka.publisher.PublishingService.append;
import static dev.baton.axon.kafka.publisher.PublishingService.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.Deals;
import dev.baton.axon.kafka.Delivery;
import dev.baton.axon.kafka.DurableBroker;
import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.Postgres;
import dev.baton.axon.kafka.ReaderSettings;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.axon.kafka.TopicTap;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.ops.TaskRefused;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.verify.Intake;
import dev.baton.axon.kafka.verify.LogVerification;
import dev.baton.axon.postgres.EventIntake;
import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import dev.baton.contract.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two services as they are: one that speaks of deals, one that takes that in and answers; and a reader of both.
class RepublicationTest {
    private static final String DEALS = "of-deals";
    private static final String ROLES = "of-roles";

    @TempDir
    Path data;

    private final String deal = Deals.newDeal();
    private final Map<String, String> databases =
            Map.of(DEALS, Postgres.newDatabaseUrl(), ROLES, Postgres.newDatabaseUrl());
    private DurableBroker broker;
    private ConfigurableApplicationContext deals;
    private ConfigurableApplicationContext roles;
    private TopicReader intake;
    private TopicReader view;

    @BeforeEach
    void start() throws Exception {
        broker = new DurableBroker(data);
        broker.start();
        deals = service(DEALS, PublishingService.class);
        roles = service(ROLES, PublishingService.class, TakingIn.class);
        roles.getBean(JdbcTemplate.class)
                .execute("create table story (source text, deal text, sequence bigint, at serial)");
        intake = reader("intake", this::takeIn);
        view = reader("view", this::tell);
    }

    @AfterEach
    void stop() {
        intake.stop();
        view.stop();
        roles.close();
        deals.close();
        broker.close();
    }

    /// deals say 0, 1; roles answer; deals say 2; roles answer; deals say 3, which roles never read before the loss.
    private void relay() {
        append(deals, DEALS, deal, range(0, 2));
        takenIn(2);
        answer(0);
        append(deals, DEALS, deal, range(2, 3));
        takenIn(3);
        answer(1);
        await().until(() -> story().size() == 5);
        intake.stop();
        append(deals, DEALS, deal, range(3, 4));
        await().until(() -> story().size() == 6);
        // seen on the topic is not yet noted by the publisher, and what is not noted is sent again
        awaitNoted(deals);
        awaitNoted(roles);
    }

    @Test
    void topics_that_were_deleted_are_filled_again_and_readers_go_on_with_the_same_rows() throws Exception {
        relay();
        var before = story();
        deleteTopics();
        republish(false);

        assertThat(onTopic())
                .containsExactly(DEALS + "#0", DEALS + "#1", ROLES + "#0", DEALS + "#2", ROLES + "#1", DEALS + "#3");
        intake.start();
        takenIn(4);
        answer(2);
        append(deals, DEALS, deal, range(4, 5));
        await().until(() -> story().size() == 8);
        assertThat(story().subList(0, 6)).isEqualTo(before);
        assertThat(story().subList(6, 8)).containsExactlyInAnyOrder(ROLES + "#2", DEALS + "#4");
        takenIn(5);
        clean();
    }

    @Test
    @Tag("faults")
    void topics_that_hold_something_are_left_alone_unless_forced() throws Exception {
        relay();
        run(deals, Map.of("step", "hold"));
        run(roles, Map.of("step", "hold"));
        assertThatThrownBy(() -> run(roles, Map.of("step", "send")))
                .isInstanceOf(TaskRefused.class)
                .hasMessageContaining("the topics hold 6 records");
        republish(true);
        assertThat(onTopic()).hasSize(6);
        clean();
    }

    @Test
    @Tag("faults")
    void killed_in_the_middle_it_goes_on_and_what_was_sent_twice_is_skipped() throws Exception {
        relay();
        deleteTopics();
        run(deals, Map.of("step", "hold"));
        run(roles, Map.of("step", "hold"));
        run(roles, Map.of("step", "send"));
        // as it stands when the process dies behind an acknowledgement, before it has noted it
        roles.getBean(JdbcTemplate.class).update("update republication set state = 'SENDING', position = 2");
        intake.stop();
        view.stop();
        roles.close();
        roles = service(ROLES, PublishingService.class, TakingIn.class);
        intake = reader("intake", this::takeIn);
        view = reader("view", this::tell);
        var progress = new TaskProgress();
        assertThat(run(roles, Map.of("step", "send"), progress).state()).isEqualTo(Filling.State.SENT);
        assertThat(progress.point().done()).isEqualTo(progress.point().total());
        republish(false);
        takenIn(4);
        awaitRead("view");
        assertThat(story()).hasSize(6).doesNotHaveDuplicates();
        clean();
    }

    @Test
    @Tag("faults")
    void nothing_new_is_published_to_a_topic_that_lost_what_was_before() throws Exception {
        relay();
        deleteTopics();
        deals.getBean(BatonTopics.class).create();
        append(deals, DEALS, deal, range(4, 5));
        await().until(() -> String.valueOf(
                        deals.getBean(KafkaPublisher.class).status().problem())
                .contains("republish"));
        republish(true);
        await().until(() -> story().size() == 7);
        assertThat(onTopic()).endsWith(DEALS + "#3", DEALS + "#4");
        await().until(() -> deals.getBean(KafkaPublisher.class).status().problem() == null);
    }

    private void republish(boolean force) throws Exception {
        run(deals, Map.of("step", "hold"));
        run(roles, Map.of("step", "hold"));
        run(roles, Map.of("step", "send", "force", String.valueOf(force)));
        run(deals, Map.of("step", "send"));
        run(roles, Map.of("step", "release"));
        run(deals, Map.of("step", "release"));
        await().until(() -> deals.getBean(KafkaPublisher.class).status().problem() == null);
        await().until(() -> roles.getBean(KafkaPublisher.class).status().problem() == null);
    }

    private static Filling run(ConfigurableApplicationContext service, Map<String, String> options) throws Exception {
        return run(service, options, new TaskProgress());
    }

    private static Filling run(
            ConfigurableApplicationContext service, Map<String, String> options, TaskProgress progress)
            throws Exception {
        return service.getBean(Republication.class).run(options, progress);
    }

    private void clean() throws Exception {
        assertThat(verified(deals)).isEmpty();
        assertThat(verified(roles)).isEmpty();
    }

    private static List<?> verified(ConfigurableApplicationContext service) throws Exception {
        return service.getBean(LogVerification.class)
                .run(Map.of(), new TaskProgress())
                .findings();
    }

    private void deleteTopics() throws Exception {
        try (var admin = new KafkaClients(broker.bootstrap()).admin()) {
            admin.deleteTopics(List.of(Topics.DEALS, Topics.MEMBERS)).all().get();
            await().until(() -> admin.listTopics().names().get().stream().noneMatch(name -> name.startsWith("baton.")));
        }
    }

    private void awaitNoted(ConfigurableApplicationContext service) {
        await().until(() ->
                service.getBean(JdbcTemplate.class).queryForObject("select position from publisher_token", Long.class)
                        == service.getBean(EventLog.class).lastPosition());
    }

    /// Until the reader has read the topics that there are now to their ends.
    private void awaitRead(String reader) {
        var topics = List.of(Topics.DEALS);
        await().until(() -> {
            var offsets = roles.getBean(EndOffsets.class);
            return roles.getBean(JdbcTemplate.class)
                            .queryForObject(
                                    "select coalesce(sum(next_offset), 0) from reader_offset"
                                            + " where reader = ? and topic_id = ?",
                                    Long.class,
                                    reader,
                                    offsets.ids(topics).get(Topics.DEALS))
                    == offsets.of(topics).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
        });
    }

    private List<String> onTopic() {
        try (var tap = new TopicTap(broker.bootstrap())) {
            await().until(() -> tap.seen(event -> true).size() >= 6);
            return tap.seen(event -> true).stream()
                    .map(RepublicationTest::named)
                    .toList();
        }
    }

    private static String named(EventEnvelope event) {
        return event.source() + "#" + event.sequence();
    }

    private void takenIn(int events) {
        await().until(() -> roles.getBean(JdbcTemplate.class)
                        .queryForObject("select count(*) from event where source = ?", Integer.class, DEALS)
                == events);
    }

    private void answer(long sequence) {
        inTransaction(() -> roles.getBean(EventIntake.class)
                .takeIn(
                        List.of(Deals.event(ROLES, deal, sequence)),
                        event -> StreamId.responsibility(event.subject())));
    }

    private void takeIn(List<ReceivedEvent> batch) {
        roles.getBean(EventIntake.class)
                .takeIn(
                        batch.stream()
                                .map(ReceivedEvent::envelope)
                                .filter(event -> event.source().equals(DEALS))
                                .toList(),
                        event -> StreamId.deal(event.subject()));
    }

    private void tell(List<ReceivedEvent> batch) {
        batch.forEach(event -> roles.getBean(JdbcTemplate.class)
                .update(
                        "insert into story (source, deal, sequence) values (?, ?, ?)",
                        event.envelope().source(),
                        event.envelope().subject(),
                        event.envelope().sequence()));
    }

    private List<String> story() {
        return roles.getBean(JdbcTemplate.class)
                .queryForList("select source || '#' || sequence from story order by at", String.class);
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(roles.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    private TopicReader reader(String name, EventBatchHandler handler) {
        var reader = roles.getBean(TopicReaders.class)
                .reader(ReaderSettings.of(name, Delivery.IN_TRANSACTION, Topics.DEALS), handler);
        reader.start();
        return reader;
    }

    private ConfigurableApplicationContext service(String source, Class<?>... configurations) {
        return new SpringApplicationBuilder(configurations)
                .run(PublishingService.arguments(
                        databases.get(source), broker.bootstrap().bootstrap(), source, PublishingService.patient()));
    }

    @Configuration(proxyBeanMethods = false)
    static class TakingIn {

        @Bean
        Intake intakeOfDeals() {
            return new Intake("intake", Topics.DEALS);
        }
    }
}
