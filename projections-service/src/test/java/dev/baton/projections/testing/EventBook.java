package dev.baton.projections.testing;

import dev.baton.contract.EventCodec;
import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Role;
import dev.baton.contract.Sources;
import dev.baton.contract.StreamId;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.contract.member.MemberEvent;
import dev.baton.contract.responsibility.ResponsibilityEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Writes events as the two services would: dense sequences per source and subject, recorded one after the other.
public final class EventBook {
    private static final EventCodec CODEC = new JsonEventCodec();
    private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    private final List<EventEnvelope> events = new ArrayList<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private Instant recorded = BEGINNING;
    private @Nullable UUID cause;

    /// The next event is recorded so much later than the last; a millisecond otherwise.
    public EventBook after(long seconds) {
        recorded = recorded.plusSeconds(seconds);
        return this;
    }

    public EventEnvelope deal(String deal, String time, DealEvent event) {
        return write(Sources.DEAL_SERVICE, StreamId.deal(deal), time, event);
    }

    public EventEnvelope responsibility(String deal, String time, ResponsibilityEvent event) {
        return write(Sources.ROLE_ASSIGNMENT_SERVICE, StreamId.responsibility(deal), time, event);
    }

    public EventEnvelope member(Role role, String member, String time, MemberEvent event) {
        return write(Sources.ROLE_ASSIGNMENT_SERVICE, role.stream(member), time, event);
    }

    public List<EventEnvelope> events() {
        return List.copyOf(events);
    }

    private EventEnvelope write(String source, StreamId stream, String time, Object event) {
        var encoded = CODEC.encode(event);
        long sequence = sequences.merge(source + stream.subject(), 0L, (before, first) -> before + 1);
        recorded = recorded.plusMillis(1);
        UUID id = UUID.nameUUIDFromBytes((source + stream + sequence).getBytes(StandardCharsets.UTF_8));
        EventEnvelope envelope = new EventEnvelope(
                id,
                source,
                encoded.type(),
                stream.subject(),
                sequence,
                stream.partitionKey(),
                Instant.parse(time),
                recorded,
                cause,
                null,
                "somebody",
                null,
                null,
                Map.of(),
                encoded.data());
        cause = id;
        events.add(envelope);
        return envelope;
    }
}
