package dev.baton.axon.kafka.publisher;

import static dev.baton.axon.kafka.publisher.PublishingService.append;
import static dev.baton.axon.kafka.publisher.PublishingService.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.Broker;
import dev.baton.axon.kafka.Deals;
import dev.baton.axon.kafka.Postgres;
import dev.baton.axon.kafka.TopicTap;
import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublishingTest {
    private static final String SOURCE = "publishing-test";

    private final String database = Postgres.newDatabaseUrl();
    private final ConfigurableApplicationContext service = start();
    private final TopicTap tap = new TopicTap(Broker.settings());

    @AfterAll
    void close() {
        tap.close();
        service.close();
    }

    @Test
    void own_events_reach_the_topic_in_their_deals_order_and_taken_in_ones_do_not() {
        var deals = IntStream.range(0, 10).mapToObj(n -> Deals.newDeal()).toList();
        for (long sequence = 0; sequence < 30; sequence++) {
            append(service, round(deals, sequence));
        }
        var foreign = Deals.newDeal();
        append(service, "another-service", foreign, 0, 1);
        append(service, SOURCE, deals.getFirst(), 30);

        // a token is moved after the acknowledgements: what was to be sent is on the topic then
        awaitPublished();
        assertThat(tap.sequences(SOURCE, deals.getFirst()))
                .containsExactlyElementsOf(LongStream.range(0, 31).boxed().toList());
        assertThat(deals.subList(1, 10))
                .allSatisfy(deal -> assertThat(tap.sequences(SOURCE, deal))
                        .containsExactlyElementsOf(
                                LongStream.range(0, 30).boxed().toList()));
        assertThat(tap.sequences("another-service", foreign)).isEmpty();
        awaitPublishing(service.getBean(KafkaPublisher.class));
    }

    @Test
    void a_crash_before_the_token_moved_sends_again() {
        var publisher = service.getBean(KafkaPublisher.class);
        var deal = Deals.newDeal();
        append(service, SOURCE, deal, range(0, 5));
        awaitPublished();
        publisher.stop();
        service.getBean(JdbcTemplate.class).update("update publisher_token set position = position - 3");
        publisher.start();
        await().untilAsserted(
                        () -> assertThat(tap.sequences(SOURCE, deal)).containsExactly(0L, 1L, 2L, 3L, 4L, 2L, 3L, 4L));
        awaitPublished();
    }

    @Test
    void of_two_instances_one_publishes_and_the_other_takes_over() {
        var publisher = service.getBean(KafkaPublisher.class);
        awaitPublishing(publisher);
        try (var second = start()) {
            var standby = second.getBean(KafkaPublisher.class);
            await().until(() -> standby.status().duty() == PublisherStatus.Duty.STANDING_BY);
            var deal = Deals.newDeal();
            append(second, SOURCE, deal, range(0, 10));
            // what is acknowledged and not yet noted when a publisher stops is sent again by the next
            awaitPublished();
            assertThat(tap.sequences(SOURCE, deal)).hasSize(10);

            publisher.stop();
            append(second, SOURCE, deal, range(10, 20));
            awaitPublished();
            assertThat(tap.sequences(SOURCE, deal))
                    .containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
            awaitPublishing(standby);
            publisher.start();
        }
        awaitPublishing(publisher);
    }

    @Test
    void a_lost_database_session_gives_the_right_back_and_takes_it_again() {
        var publisher = service.getBean(KafkaPublisher.class);
        awaitPublishing(publisher);
        service.getBean(JdbcTemplate.class).execute("""
                        select pg_terminate_backend(pid) from pg_locks
                        where locktype = 'advisory' and classid = x'42415450'::int::oid
                          and database = (select oid from pg_database where datname = current_database())""");
        var deal = Deals.newDeal();
        append(service, SOURCE, deal, range(0, 3));
        await().untilAsserted(() -> assertThat(tap.sequences(SOURCE, deal)).contains(0L, 1L, 2L));
        awaitPublished();
    }

    /// Counted and not timed: sent one by one, each with an acknowledgement of its own, it would be 10,000 steps.
    @Test
    void a_backlog_of_10000_is_published_in_a_few_steps() {
        var publisher = service.getBean(KafkaPublisher.class);
        publisher.stop();
        var deals = IntStream.range(0, 100).mapToObj(n -> Deals.newDeal()).toList();
        var backlog = new ArrayList<EventEnvelope>();
        for (long sequence = 0; sequence < 100; sequence++) {
            backlog.addAll(round(deals, sequence));
        }
        append(service, backlog);
        countSteps();
        publisher.start();
        awaitPublished();
        assertThat(service.getBean(JdbcTemplate.class).queryForObject("select count(*) from step", Long.class))
                .isBetween(1L, 20L);
    }

    private void countSteps() {
        var sql = service.getBean(JdbcTemplate.class);
        sql.execute("create table step (token bigint)");
        sql.execute("""
                create function count_step() returns trigger language plpgsql as
                $$ begin insert into step values (new.position); return null; end $$
                """);
        sql.execute(
                "create trigger step after update on publisher_token" + " for each row execute function count_step()");
    }

    private void awaitPublished() {
        await().until(() -> token() == service.getBean(EventLog.class).lastPosition());
    }

    private static void awaitPublishing(KafkaPublisher publisher) {
        await().until(() -> publisher.status().duty() == PublisherStatus.Duty.PUBLISHING);
    }

    private List<EventEnvelope> round(List<String> deals, long sequence) {
        return deals.stream().map(deal -> Deals.event(SOURCE, deal, sequence)).toList();
    }

    private ConfigurableApplicationContext start() {
        return PublishingService.start(database, Broker.settings().bootstrap(), SOURCE, PublishingService.patient());
    }

    private long token() {
        return service
                .getBean(JdbcTemplate.class)
                .queryForList("select position from publisher_token", Long.class)
                .stream()
                .findFirst()
                .orElse(0L);
    }
}
