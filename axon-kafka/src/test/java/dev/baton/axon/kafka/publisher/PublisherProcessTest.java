package dev.baton.axon.kafka.publisher;

import static dev.baton.axon.kafka.publisher.PublishingService.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.Broker;
import dev.baton.axon.kafka.Deals;
import dev.baton.axon.kafka.Delivery;
import dev.baton.axon.kafka.KillableProcess;
import dev.baton.axon.kafka.Postgres;
import dev.baton.axon.kafka.ReaderSettings;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.axon.kafka.TopicReader;
import dev.baton.axon.kafka.TopicReaders;
import dev.baton.axon.kafka.ops.TaskProgress;
import dev.baton.axon.kafka.verify.LogVerification;
import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.Topics;
import dev.baton.contract.testing.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// Publishers that die at any moment, or hang and come back when another has taken over.
@Tag("faults")
class PublisherProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int KILLS = 10;

    @TempDir
    Path data;

    private final String source = "process-" + Deals.newDeal();
    private final String url = Postgres.newDatabaseUrl();
    private ConfigurableApplicationContext service;
    private TopicReader reader;

    /// Appends and reads; its own publisher rests until it is wanted.
    @BeforeEach
    void start() {
        service = PublishingService.start(url, Broker.settings().bootstrap(), source);
        service.getBean(KafkaPublisher.class).stop();
        sql().execute("create table story (deal text, sequence bigint, at serial)");
        reader = service.getBean(TopicReaders.class)
                .reader(ReaderSettings.of("process", Delivery.IN_TRANSACTION, Topics.DEALS), this::tell);
        reader.start();
    }

    @AfterEach
    void stop() {
        reader.stop();
        service.close();
    }

    @Test
    void publishers_that_are_killed_at_any_moment_lose_nothing_and_double_nothing_in_rows() throws Exception {
        var random = new Random(Seed.of("kills of publishers"));
        var deals = IntStream.range(0, 20).mapToObj(n -> Deals.newDeal()).toList();
        long sequence = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            try (var publisher = process("killed-" + kill)) {
                long before = token();
                sequence = append(deals, sequence, 50);
                await().atMost(PATIENCE).until(() -> token() > before);
                sequence = append(deals, sequence, 50);
                LockSupport.parkNanos(random.nextInt(200_000_000));
            }
        }
        service.getBean(KafkaPublisher.class).start();
        complete(deals, sequence);
    }

    @Test
    void a_publisher_that_hung_and_comes_back_after_another_took_over_damages_nothing() throws Exception {
        var deals = IntStream.range(0, 20).mapToObj(n -> Deals.newDeal()).toList();
        try (var hung = process("hung")) {
            append(deals, 0, 20);
            await().atMost(PATIENCE).until(() -> token() == last());
            append(deals, 20, 200);
            hung.halt();
            // its session ends, as by TCP keepalive; the process does not know
            sql().execute("select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory'"
                    + " and classid = x'42415450'::int::oid"
                    + " and database = (select oid from pg_database where datname = current_database())");
            service.getBean(KafkaPublisher.class).start();
            // with the right in its hands: the hung one may have sent everything before it hung
            awaitPublishing();
            await().atMost(PATIENCE).until(() -> token() == last());
            append(deals, 220, 30);
            hung.goOn();
            append(deals, 250, 50);
            complete(deals, 300);
            awaitPublishing();
        }
    }

    private void awaitPublishing() {
        await().atMost(PATIENCE)
                .until(() -> service.getBean(KafkaPublisher.class).status().duty() == PublisherStatus.Duty.PUBLISHING);
    }

    private void complete(List<String> deals, long events) throws Exception {
        var whole = LongStream.range(0, events).boxed().toList();
        await().atMost(PATIENCE).until(() -> token() == last());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deals)
                        .allSatisfy(deal -> assertThat(story(deal)).isEqualTo(whole)));
        var report = service.getBean(LogVerification.class).run(Map.of(), new TaskProgress());
        assertThat(report.findings()).isEmpty();
    }

    private KillableProcess process(String name) throws Exception {
        return PublisherProcess.start(url, Broker.settings().bootstrap(), source, data.resolve(name + ".log"));
    }

    private long append(List<String> deals, long from, long count) {
        for (String deal : deals) {
            PublishingService.append(service, source, deal, range(from, from + count));
        }
        return from + count;
    }

    private void tell(List<ReceivedEvent> batch) {
        batch.stream()
                .filter(event -> event.envelope().source().equals(source))
                .forEach(event -> sql().update(
                                "insert into story (deal, sequence) values (?, ?)",
                                event.envelope().subject(),
                                event.envelope().sequence()));
    }

    private List<Long> story(String deal) {
        return sql().queryForList("select sequence from story where deal = ? order by at", Long.class, deal);
    }

    private long token() {
        return sql().queryForObject("select coalesce(max(position), 0) from publisher_token", Long.class);
    }

    private long last() {
        return service.getBean(EventLog.class).lastPosition();
    }

    private JdbcTemplate sql() {
        return service.getBean(JdbcTemplate.class);
    }
}
