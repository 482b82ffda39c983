package dev.baton.roles.rebuild;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.EventCodec;
import dev.baton.contract.StreamId;
import dev.baton.roles.handoff.HandOff;
import dev.baton.roles.handoff.PastHandOffs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Reads it off the deal's own events and its responsibility's.
@Component
class LoggedHandOffs implements PastHandOffs {
    private final EventLog log;
    private final EventCodec codec;

    LoggedHandOffs(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    @Override
    public @Nullable HandOff of(String deal) {
        List<StoredEvent> events = new ArrayList<>(log.readStream(StreamId.deal(deal), 0));
        events.addAll(log.readStream(StreamId.responsibility(deal), 0));
        events.sort(Comparator.comparingLong(StoredEvent::position));
        RebuiltHandOffs rebuilt = new RebuiltHandOffs(codec);
        events.forEach(rebuilt::take);
        long end = events.stream()
                .filter(event -> event.stream().kind().equals("responsibility"))
                .mapToLong(StoredEvent::position)
                .max()
                .orElse(0);
        return rebuilt.of(deal, end);
    }
}
