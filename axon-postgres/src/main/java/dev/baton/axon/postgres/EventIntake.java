package dev.baton.axon.postgres;

import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.StreamId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Takes events that another service made into this log, under their own ids, so that what this
/// service knew when it decided is on record in one order.
public final class EventIntake {
    private final LogReader reader;
    private final PendingAppends appends;
    private final EventCodec codec;

    EventIntake(LogReader reader, PendingAppends appends, EventCodec codec) {
        this.reader = reader;
        this.appends = appends;
        this.codec = codec;
    }

    /// Appends what is not yet in the log when the caller's transaction commits, as one commit, in
    /// the given order.
    ///
    /// When another process takes in the same event at the same time, one of the two transactions
    /// fails with [DuplicateEventId] as it commits; repeated, it skips the event.
    ///
    /// @param stream where an event belongs; its sequence there is the envelope's
    /// @return how many were new
    /// @throws dev.baton.contract.MalformedEvent when an event of a known type cannot be read;
    ///     nothing is appended
    /// @throws IllegalStateException when there is no transaction
    public int takeIn(List<EventEnvelope> foreign, Function<EventEnvelope, StreamId> stream) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("events are taken in within a transaction, beside the reader's offset");
        }
        List<EventEnvelope> unseen = unseen(foreign);
        unseen.forEach(this::requireReadable);
        appends.add(unseen.stream()
                .map(event -> Envelopes.toRow(event, stream.apply(event)))
                .toList());
        return unseen.size();
    }

    private List<EventEnvelope> unseen(List<EventEnvelope> foreign) {
        List<UUID> ids = foreign.stream().map(EventEnvelope::id).toList();
        Set<UUID> seen = new HashSet<>(reader.known(ids));
        seen.addAll(appends.pending());
        return foreign.stream().filter(event -> seen.add(event.id())).toList();
    }

    /// What lies in the log is handed to every handler again and again: an unreadable event must
    /// stop at the door.
    private void requireReadable(EventEnvelope event) {
        if (codec.knows(event.type())) {
            var ignored = codec.decode(event.type(), event.data());
        }
    }
}
