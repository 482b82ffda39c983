package dev.baton.axon.kafka;

import static dev.baton.axon.kafka.publisher.PublishingService.append;
import static dev.baton.axon.kafka.publisher.PublishingService.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.kafka.publisher.PublishingService;
import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.Topics;
import dev.baton.contract.testing.FreePort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/// A Kafka that answers late, and for a while, longer than any request waits, not at all.
@Tag("faults")
class SlowKafkaTest {
    private static final String SOURCE = "slow-kafka";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /// beyond the producer's request timeout of 10 s and the reader's session of 10 s
    private static final Duration SILENCE = Duration.ofSeconds(14);

    @TempDir
    Path data;

    @Test
    void what_is_published_through_a_slow_and_silent_network_arrives_once_and_in_order() throws Exception {
        int port = FreePort.next();
        try (var slow = new SlowPort(port, Duration.ofMillis(40));
                var broker = new DurableBroker(data, port, slow.port())) {
            broker.start();
            try (var service = PublishingService.start(
                    Postgres.newDatabaseUrl(), broker.bootstrap().bootstrap(), SOURCE)) {
                publish(service, slow);
            }
        }
    }

    private static void publish(ConfigurableApplicationContext service, SlowPort slow) {
        var sql = service.getBean(JdbcTemplate.class);
        sql.execute("create table story (deal text, sequence bigint, at serial)");
        var reader = service.getBean(TopicReaders.class)
                .reader(ReaderSettings.of("slow", Delivery.IN_TRANSACTION, Topics.DEALS), batch -> tell(sql, batch));
        reader.start();
        var deal = Deals.newDeal();
        for (int silence = 0; silence < 2; silence++) {
            append(service, SOURCE, deal, range(silence * 400, silence * 400 + 200));
            await().atMost(PATIENCE).until(() -> !story(sql, deal).isEmpty());
            append(service, SOURCE, deal, range(silence * 400 + 200, silence * 400 + 400));
            slow.block(true);
            LockSupport.parkNanos(SILENCE.toNanos());
            slow.block(false);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(story(sql, deal))
                        .isEqualTo(LongStream.range(0, 800).boxed().toList()));
        await().atMost(PATIENCE)
                .until(() -> sql.queryForObject("select position from publisher_token", Long.class)
                        == service.getBean(EventLog.class).lastPosition());
        reader.stop();
    }

    private static void tell(JdbcTemplate sql, List<ReceivedEvent> batch) {
        batch.forEach(event -> sql.update(
                "insert into story (deal, sequence) values (?, ?)",
                event.envelope().subject(),
                event.envelope().sequence()));
    }

    private static List<Long> story(JdbcTemplate sql, String deal) {
        return sql.queryForList("select sequence from story where deal = ? order by at", Long.class, deal);
    }
}
