package dev.baton.axon.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import dev.baton.axon.kafka.cloudevents.CloudEventWriter;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.contract.Topics;
import dev.baton.contract.testing.Seed;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/// Two processes of one reader, of which one after the other dies at any moment, or hangs until its partitions are the
/// other's and then goes on, while events come doubled and out of order.
@Tag("faults")
class ReaderProcessTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int INJURIES = 12;
    /// how far the readers may be behind, in events of a deal
    private static final int FAR = 100;

    @TempDir
    Path logs;

    private final String source = "readers-" + Deals.newDeal();
    private final String url = Postgres.newDatabaseUrl();
    private final HikariDataSource database = Postgres.migrated(url, "classpath:db/axon-kafka");
    private final JdbcTemplate sql = new JdbcTemplate(database);
    private final List<String> deals = Stream.generate(Deals::newDeal).limit(20).toList();
    private final List<KillableProcess> alive = new ArrayList<>();
    private final AtomicBoolean telling = new AtomicBoolean(true);
    private final CloudEventWriter writer = new CloudEventWriter();
    private Producer<byte[], byte[]> producer;
    private volatile long told;

    @BeforeEach
    void start() throws Exception {
        sql.execute("create table story (deal text, sequence bigint, at serial)");
        var clients = new KafkaClients(Broker.settings());
        new BatonTopics(clients, Broker.settings()).ensure();
        producer = clients.producer("readers-test");
        alive.add(process());
        alive.add(process());
    }

    @AfterEach
    void stop() throws Exception {
        telling.set(false);
        for (var process : alive) {
            process.kill();
        }
        producer.close();
        database.close();
    }

    @Test
    void readers_that_are_killed_or_hang_at_any_moment_apply_each_event_once_and_in_order() throws Exception {
        long seed = Seed.of("injuries of readers");
        var random = new Random(seed);
        var story = CompletableFuture.runAsync(() -> tellOnAndOn(new Random(seed)));
        for (int injury = 0; injury < INJURIES; injury++) {
            long before = applied();
            await().atMost(PATIENCE).until(() -> applied() > before + deals.size());
            LockSupport.parkNanos(random.nextInt(300_000_000));
            if (injury % 4 == 3) {
                hang(alive.get(random.nextInt(2)));
            } else {
                alive.remove(random.nextInt(2)).kill();
                alive.add(process());
            }
        }
        telling.set(false);
        story.join();
        var whole = LongStream.range(0, told).boxed().toList();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deals)
                        .allSatisfy(deal -> assertThat(story(deal)).isEqualTo(whole)));
        assertThat(count("reader_dead_letter where source = '" + source + "'")).isZero();
        // what was parked although it had been applied is forgotten at one of the next looks
        await().atMost(PATIENCE).until(() -> count("reader_parked where source = '" + source + "'") == 0);
        System.out.println(INJURIES + " injuries, seed " + seed + ": " + told * deals.size()
                + " events are told once and in order");
    }

    /// For as long as it takes the other to tell everything that is there by now.
    private void hang(KillableProcess process) throws Exception {
        process.halt();
        long until = told;
        await().atMost(PATIENCE).until(() -> toldOfEach() >= until);
        process.goOn();
    }

    private void tellOnAndOn(Random random) {
        for (long next = 0; telling.get(); next += 2) {
            for (var deal : deals) {
                boolean swapped = random.nextInt(4) == 0;
                tell(deal, swapped ? next + 1 : next);
                tell(deal, swapped ? next : next + 1);
                if (random.nextInt(4) == 0) {
                    tell(deal, random.nextLong(next + 2));
                }
            }
            producer.flush();
            told = next + 2;
            do {
                LockSupport.parkNanos(20_000_000);
            } while (telling.get() && told - toldOfEach() > FAR);
        }
    }

    private void tell(String deal, long sequence) {
        var unused = producer.send(writer.write(Topics.DEALS, Deals.event(source, deal, sequence)));
    }

    private KillableProcess process() throws Exception {
        return ReaderProcess.start(
                url, Broker.settings().bootstrap(), source, logs.resolve("reader-" + System.nanoTime() + ".log"));
    }

    private List<Long> story(String deal) {
        return sql.queryForList("select sequence from story where deal = ? order by at", Long.class, deal);
    }

    private long toldOfEach() {
        return count("story") == 0 ? 0 : count("story group by deal order by 1 limit 1");
    }

    private long applied() {
        return count("story");
    }

    private long count(String of) {
        return sql.queryForObject("select count(*) from " + of, Long.class);
    }
}
