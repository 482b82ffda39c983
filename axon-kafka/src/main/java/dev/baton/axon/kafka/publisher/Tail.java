package dev.baton.axon.kafka.publisher;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Follows the log: reads and sends a few batches ahead, and moves the token batch by batch as they are
/// acknowledged, always in the log's order.
final class Tail {
    private static final int AHEAD = 4;

    /// A wait in this process alone, which the next event ends; a stop is noticed after it.
    private static final Duration IDLE = Duration.ofMillis(100);

    private final PublisherLease lease;
    private final PublisherGate gate;
    private final EventSender sender;
    private final EventLog events;
    private final String source;
    private final int batchSize;
    private final Deque<Sending> underWay = new ArrayDeque<>();
    private long acknowledged;
    private long read;

    Tail(PublisherLease lease, PublisherGate gate, EventSender sender, EventLog events, String source, int batchSize)
            throws SQLException {
        this.lease = lease;
        this.gate = gate;
        this.sender = sender;
        this.events = events;
        this.source = source;
        this.batchSize = batchSize;
        this.acknowledged = lease.position();
        this.read = acknowledged;
    }

    /// Does the next thing there is to do, or waits a while for something.
    ///
    /// @return the position up to which everything is acknowledged
    long turn() throws SQLException {
        if (underWay.size() < AHEAD && events.awaitAfter(read, Duration.ZERO)) {
            send(events.readAfter(read, batchSize));
        } else if (!underWay.isEmpty()) {
            settle(underWay.removeFirst());
        } else if (!events.awaitAfter(read, IDLE)) {
            gate.look();
        }
        return acknowledged;
    }

    /// The position up to which everything is.
    long acknowledged() {
        return acknowledged;
    }

    /// Whether anything is under way to Kafka.
    boolean isWaiting() {
        return !underWay.isEmpty();
    }

    private void send(List<StoredEvent> batch) {
        if (!batch.isEmpty()) {
            read = batch.getLast().position();
            underWay.addLast(sender.send(own(batch), read));
        }
    }

    private void settle(Sending sending) throws SQLException {
        sending.awaitAcknowledgements();
        gate.look();
        lease.move(acknowledged, sending.upTo());
        acknowledged = sending.upTo();
    }

    private List<StoredEvent> own(List<StoredEvent> batch) {
        return batch.stream()
                .filter(event -> event.envelope().source().equals(source))
                .toList();
    }
}
