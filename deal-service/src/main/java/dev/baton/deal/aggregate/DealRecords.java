package dev.baton.deal.aggregate;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.EventCodec;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.DealState;
import dev.baton.deal.lifecycle.Unknown;
import java.util.List;
import java.util.Optional;

/// Reads deals straight from the log: what was acknowledged is there at once.
public final class DealRecords {
    private final EventLog log;
    private final EventCodec codec;

    public DealRecords(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    public Optional<DealRecord> find(String deal) {
        List<StoredEvent> events = log.readStream(StreamId.deal(deal), 0);
        DealState state = new Unknown();
        for (StoredEvent stored : events) {
            state = state.told(
                    event(stored), stored.envelope().time(), stored.envelope().recordedTime());
        }
        return state instanceof DealState.Known known
                ? Optional.of(new DealRecord(known, events.getLast().envelope().sequence()))
                : Optional.empty();
    }

    private DealEvent event(StoredEvent stored) {
        return (DealEvent)
                codec.decode(stored.envelope().type(), stored.envelope().data());
    }
}
