package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// This service's log, read without Axon: for publishing, feeds and proofs. What is read was
/// committed, and nothing can appear before it later.
public final class EventLog {
    private final LogReader reader;
    private final LogSignal signal;

    EventLog(LogReader reader, LogSignal signal) {
        this.reader = reader;
        this.signal = signal;
    }

    /// The next events in order, at most `limit`; empty at the log's end.
    public List<StoredEvent> readAfter(long position, int limit) {
        return reader.after(position, limit).stream().map(Envelopes::toStored).toList();
    }

    /// 0 when the log is empty.
    public long lastPosition() {
        return reader.lastPosition();
    }

    /// Waits until there is something after the position: signalled by a commit of this process,
    /// seen within 200 ms from another.
    ///
    /// @return false when the timeout passed or the thread was interrupted
    public boolean awaitAfter(long position, Duration timeout) {
        try {
            return signal.awaitAfter(position, timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public List<StoredEvent> readStream(StreamId stream, long fromSequence) {
        return reader.stream(stream.toString(), fromSequence).stream()
                .map(Envelopes::toStored)
                .toList();
    }

    public Optional<StoredEvent> find(UUID eventId) {
        return reader.find(eventId).map(Envelopes::toStored);
    }
}
