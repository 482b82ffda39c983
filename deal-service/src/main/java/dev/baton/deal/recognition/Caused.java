package dev.baton.deal.recognition;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Extensions;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// What an event carries that was brought about by another one.
final class Caused {
    private Caused() {}

    static Map<String, String> by(EventEnvelope cause) {
        UUID correlation = cause.correlationId() == null ? cause.id() : cause.correlationId();
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("occurredat", cause.time().toString());
        attributes.put(Extensions.CAUSATION_ID, cause.id().toString());
        attributes.put(Extensions.CORRELATION_ID, correlation.toString());
        attributes.put(Extensions.ACTOR, cause.actor() == null ? cause.source() : cause.actor());
        cause.extensions().forEach((name, value) -> {
            if (name.equals(Extensions.TIME_ESTIMATED) || name.equals(Extensions.TRACE_PARENT)) {
                attributes.put(name, value);
            }
        });
        return attributes;
    }
}
