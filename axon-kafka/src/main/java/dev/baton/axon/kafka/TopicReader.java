package dev.baton.axon.kafka;

import dev.baton.axon.kafka.topics.Backoff;
import dev.baton.axon.kafka.topics.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads topics into a handler, batch by batch, with the offset in PostgreSQL beside the rows.
///
/// Whatever fails outside the events themselves is tried again for ever, from the stored offset; [#problem] says
/// meanwhile what is wrong.
public final class TopicReader implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(TopicReader.class);

    /// for the batch under way; then it is cut off and rolled back
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final ReaderSettings settings;
    private final TopicReaders house;
    private final ReaderWork work;
    private final ReaderOffsets offsets;
    private final Worker worker;
    private volatile @Nullable Consumer<byte[], byte[]> consumer;
    private volatile @Nullable String problem;
    private volatile long lag;

    TopicReader(ReaderSettings settings, EventBatchHandler handler, TopicReaders house) {
        this.settings = settings;
        this.house = house;
        this.offsets = new ReaderOffsets(JdbcClient.create(house.template()), settings.name());
        this.work = new ReaderWork(
                settings,
                new Application(settings, handler, house.transactions(), offsets, house.template()),
                house.template());
        this.worker = new Worker("reader-" + settings.name(), GRACE);
    }

    public String name() {
        return settings.name();
    }

    /// What keeps it from reading, empty while all is well.
    public Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    /// Records not yet polled in the partitions of this instance, as of its last turn; asks nobody.
    public long lag() {
        return lag;
    }

    /// Where this reader stands in every partition, whichever instance reads it; asks Kafka and the database.
    public List<PartitionProgress> progress() {
        var stored = offsets.all();
        return house.ends().of(settings.topics()).entrySet().stream()
                .map(end -> new PartitionProgress(
                        end.getKey().topic(),
                        end.getKey().partition(),
                        stored.getOrDefault(end.getKey(), 0L),
                        end.getValue()))
                .sorted(Comparator.comparing(PartitionProgress::topic).thenComparing(PartitionProgress::partition))
                .toList();
    }

    @Override
    public void start() {
        worker.start(this::live);
    }

    @Override
    public void stop() {
        worker.stop(() -> Optional.ofNullable(consumer).ifPresent(Consumer::wakeup));
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private void live() {
        var backoff = new Backoff(settings.firstPause(), settings.longestPause());
        while (worker.isRunning()) {
            try {
                live(open(), backoff);
            } catch (WakeupException e) {
                log.debug("Reader {} was woken", name());
            } catch (RuntimeException | LinkageError e) {
                report(e);
                worker.pause(backoff.next());
            }
        }
    }

    private void live(Consumer<byte[], byte[]> opened, Backoff backoff) {
        consumer = opened;
        try {
            read(opened, backoff);
        } finally {
            consumer = null;
            opened.close(CloseOptions.timeout(FAREWELL));
        }
    }

    private Consumer<byte[], byte[]> open() {
        house.topics().ensure();
        return house.clients().consumer(settings.name(), settings.batchSize());
    }

    private void read(Consumer<byte[], byte[]> opened, Backoff backoff) {
        var partitions = new Partitions(opened, offsets, () -> house.ends().ids(settings.topics()));
        var loop = new ReaderLoop(opened, partitions, work);
        opened.subscribe(settings.topics(), partitions);
        while (worker.isRunning()) {
            try {
                loop.turn(Instant.now());
                lag = loop.lag();
                problem = null;
                backoff.reset();
            } catch (KafkaException e) {
                // of the client itself, or woken to stop: this consumer ends here
                throw e;
            } catch (RuntimeException | StackOverflowError e) {
                report(e);
                loop.backOff(backoff.next());
            }
        }
    }

    private void report(Throwable failure) {
        problem = Failures.describe(failure);
        log.warn("Reader {} goes back to its stored offsets: {}", name(), problem);
        log.debug("Reader {}", name(), failure);
    }
}
