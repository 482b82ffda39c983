package dev.baton.roles.whatif;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/// This service's log as a history. It is only read, a page at a time.
@Component
class LogHistory {
    private static final int PAGE = 1_000;

    private final EventLog log;
    private final EventCodec codec;

    LogHistory(EventLog log, EventCodec codec) {
        this.log = log;
        this.codec = codec;
    }

    long lastPosition() {
        return log.lastPosition();
    }

    /// What is appended meanwhile is no part of it.
    History upTo(long last) {
        return reader -> read(last, reader);
    }

    private void read(long last, Consumer<LoggedFact> reader) {
        long position = 0;
        while (position < last) {
            List<StoredEvent> page = log.readAfter(position, PAGE);
            page.stream()
                    .filter(event -> event.position() <= last
                            && codec.knows(event.envelope().type()))
                    .map(this::fact)
                    .forEach(reader);
            position = page.isEmpty() ? last : page.getLast().position();
        }
    }

    private LoggedFact fact(StoredEvent stored) {
        EventEnvelope event = stored.envelope();
        return new LoggedFact(
                stored.position(),
                event.id(),
                event.causationId(),
                event.actor(),
                stored.stream(),
                event.time(),
                event.recordedTime(),
                codec.decode(event.type(), event.data()));
    }
}
