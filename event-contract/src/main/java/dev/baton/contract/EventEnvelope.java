package dev.baton.contract;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One event as it is stored and as it travels: the CloudEvents 1.0 attributes and Baton's extensions.
///
/// @param id the event's identity, unique in every store that holds it
/// @param source the service that made it, see [Sources]
/// @param type the wire name with its version, for instance `baton.deal.lead-found.v1`
/// @param subject what it is about: a deal's id, or a role's stream such as `account-executive/anna`
/// @param sequence dense per (source, subject), from 0
/// @param partitionKey the deal's id or the member's id; what must stay in order shares it
/// @param time occurredAt: when it happened
/// @param recordedTime recordedAt: when its service stored it
/// @param causationId the event that brought it about
/// @param correlationId the first event of that chain
/// @param actor who did it: a member's id, or a client's
/// @param originSource the outside system's own `source`, when it came from outside
/// @param originId the outside system's own `id`
/// @param extensions further CloudEvents extensions, kept as received (for instance `traceparent`)
/// @param data the payload as JSON text, byte for byte as written
public record EventEnvelope(
        UUID id,
        String source,
        String type,
        String subject,
        long sequence,
        String partitionKey,
        Instant time,
        Instant recordedTime,
        @Nullable UUID causationId,
        @Nullable UUID correlationId,
        @Nullable String actor,
        @Nullable String originSource,
        @Nullable String originId,
        Map<String, String> extensions,
        String data) {

    public EventEnvelope {
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence must not be negative, was " + sequence);
        }
        extensions = Map.copyOf(extensions);
    }
}
