package dev.baton.benchmarks.visible;

import java.time.Instant;
import java.util.UUID;

/// The event that every contender carries: about 640 bytes, like a deal's first one.
final class Events {
    private static final String NEED =
            "A faster press line before the spring season, ".repeat(6).strip();

    private Events() {}

    static String leadFound(UUID id) {
        return """
                {"specversion":"1.0","id":"%1$s","source":"bench","subject":"%1$s",\
                "type":"baton.deal.lead-found.v1","time":"%2$s","data":{"pipeline":"milestones",\
                "title":"Benchmark %1$s","territory":"Central","need":"%3$s",\
                "value":{"amount":"4821.00","currency":"USD"}}}""".formatted(id, Instant.now(), NEED);
    }
}
