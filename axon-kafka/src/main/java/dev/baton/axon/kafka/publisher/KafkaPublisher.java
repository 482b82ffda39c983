package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.topics.Backoff;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.postgres.EventLog;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sends the log's own events to Kafka, in the log's order, for ever.
///
/// The token moves only after every acknowledgement of a batch: a crash in between sends the batch again, so
/// readers skip what they have seen. Nothing is ever passed over; while Kafka is away it keeps trying.
public final class KafkaPublisher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(KafkaPublisher.class);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final PublisherSettings settings;
    private final String source;
    private final EventLog events;
    private final DataSource database;
    private final KafkaClients clients;
    private final BatonTopics topics;
    private volatile PublisherStatus status = PublisherStatus.STOPPED;
    private volatile boolean running;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    /// @param source only events of this source are sent: what the service took in has been published by its maker
    public KafkaPublisher(
            PublisherSettings settings,
            String source,
            EventLog events,
            DataSource database,
            KafkaClients clients,
            BatonTopics topics) {
        this.settings = settings;
        this.source = source;
        this.events = events;
        this.database = database;
        this.clients = clients;
        this.topics = topics;
    }

    public PublisherStatus status() {
        return status;
    }

    @Override
    public synchronized void start() {
        if (running) {
            return;
        }
        running = true;
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("publisher-" + settings.name()).start(this::live);
    }

    @Override
    public synchronized void stop() {
        running = false;
        stopping.countDown();
        join(thread);
        thread = null;
        status = status.stopped();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void live() {
        var backoff = new Backoff(settings.firstPause(), settings.longestPause());
        while (running) {
            try {
                publishOrStandBy(backoff);
            } catch (SQLException | RuntimeException | LinkageError e) {
                status = status.troubled(String.valueOf(e.getMessage()));
                log.warn("Publishing stops at {} and is tried again: {}", status.position(), e.toString());
                await(backoff.next());
            }
        }
    }

    private void publishOrStandBy(Backoff backoff) throws SQLException {
        var held = PublisherLease.tryAcquire(database, settings.name());
        if (held.isEmpty()) {
            status = status.standingBy();
            await(settings.takeOverEvery());
            return;
        }
        try (var lease = held.get()) {
            topics.ensure();
            publish(lease, backoff);
        }
    }

    private void publish(PublisherLease lease, Backoff backoff) throws SQLException {
        try (var sender = new EventSender(clients.producer("publisher-" + source))) {
            var tail = new Tail(lease, sender, events, source, settings.batchSize());
            while (running) {
                long acknowledged = tail.turn();
                if (acknowledged > status.position()) {
                    backoff.reset();
                }
                status = status.publishing(acknowledged);
            }
        }
    }

    private void await(Duration pause) {
        try {
            var stopped = stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
            log.trace("stopped: {}", stopped);
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /// Time for the batch under way; then it is cut off, and will be sent again.
    private static void join(@Nullable Thread thread) {
        try {
            if (thread != null && !thread.join(GRACE)) {
                thread.interrupt();
                thread.join(GRACE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
