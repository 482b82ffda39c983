package dev.baton.axon.kafka.publisher;

import dev.baton.axon.kafka.EndOffsets;
import dev.baton.axon.kafka.topics.Backoff;
import dev.baton.axon.kafka.topics.BatonTopics;
import dev.baton.axon.kafka.topics.KafkaClients;
import dev.baton.axon.kafka.topics.Worker;
import dev.baton.axon.postgres.EventLog;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Sends the log's own events to Kafka, in the log's order, for ever.
///
/// The token moves only after every acknowledgement of a batch: a crash in between sends the batch again, so
/// readers skip what they have seen. Nothing is ever passed over; while Kafka is away it keeps trying.
public final class KafkaPublisher implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(KafkaPublisher.class);
    /// for the batch under way; then it is cut off, and will be sent again
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final PublisherSettings settings;
    private final String source;
    private final EventLog events;
    private final DataSource database;
    private final KafkaClients clients;
    private final BatonTopics topics;
    private final EndOffsets offsets;
    private final Worker worker;
    private volatile PublisherStatus status = PublisherStatus.STOPPED;

    /// @param source only events of this source are sent: what the service took in has been published by its maker
    public KafkaPublisher(
            PublisherSettings settings,
            String source,
            EventLog events,
            DataSource database,
            KafkaClients clients,
            BatonTopics topics,
            EndOffsets offsets) {
        this.settings = settings;
        this.source = source;
        this.events = events;
        this.database = database;
        this.clients = clients;
        this.topics = topics;
        this.offsets = offsets;
        this.worker = new Worker("publisher-" + settings.name(), GRACE);
    }

    public PublisherStatus status() {
        return status;
    }

    /// Positions of the log that Kafka has not acknowledged; 0 where another instance publishes.
    public long lag() {
        var now = status;
        return now.duty() == PublisherStatus.Duty.PUBLISHING ? Math.max(0, events.lastPosition() - now.position()) : 0;
    }

    @Override
    public void start() {
        worker.start(this::live);
    }

    @Override
    public void stop() {
        worker.stop(() -> {});
        status = status.stopped();
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }

    private void live() {
        var backoff = new Backoff(settings.firstPause(), settings.longestPause());
        while (worker.isRunning()) {
            try {
                publishOrStandBy(backoff);
            } catch (SQLException | RuntimeException | LinkageError e) {
                status = status.troubled(String.valueOf(e.getMessage()));
                log.warn("Publishing stops at {} and is tried again: {}", status.position(), e.toString());
                worker.pause(backoff.next());
            }
        }
    }

    private void publishOrStandBy(Backoff backoff) throws SQLException {
        var held = PublisherLease.tryAcquire(database, settings.name());
        if (held.isEmpty()) {
            status = status.standingBy();
            worker.pause(settings.takeOverEvery());
            return;
        }
        try (var lease = held.get()) {
            var gate = new PublisherGate(lease, () -> offsets.ids(BatonTopics.ALL));
            gate.requireNoRepublication();
            topics.ensure();
            gate.pass();
            publish(lease, gate, backoff);
        }
    }

    private void publish(PublisherLease lease, PublisherGate gate, Backoff backoff) throws SQLException {
        try (var sender = new EventSender(clients.producer("publisher-" + source))) {
            var tail = new Tail(lease, gate, sender, events, source, settings.batchSize());
            status = status.trying(tail.acknowledged());
            while (worker.isRunning()) {
                long acknowledged = tail.turn();
                if (acknowledged > status.position()) {
                    backoff.reset();
                }
                status = tail.isWaiting() ? status.trying(acknowledged) : status.publishing(acknowledged);
            }
        }
    }
}
