package dev.baton.cli.proof;

import java.util.HashMap;
import java.util.Map;

/// Whether a log has every position, and every event of every subject, in order.
final class Density {
    private record Stream(String source, String subject) {}

    private final Map<Stream, Long> next = new HashMap<>();
    private final Findings findings;
    private final String log;
    private long last;

    Density(String log, Findings findings) {
        this.log = log;
        this.findings = findings;
    }

    void apply(LogEvent event) {
        if (event.position() != last + 1) {
            String detail = "%s's log: position %d follows %d".formatted(log, event.position(), last);
            findings.add(new Finding(Fault.LOG_HOLE, event.subject(), event.position(), detail));
        }
        last = event.position();
        follow(event);
    }

    private void follow(LogEvent event) {
        Stream stream = new Stream(event.source(), event.subject());
        long expected = next.getOrDefault(stream, 0L);
        if (event.sequence() != expected) {
            String detail = "%s's log of %s: event %d where %d belongs"
                    .formatted(log, event.source(), event.sequence(), expected);
            findings.add(new Finding(Fault.LOG_HOLE, event.subject(), event.position(), detail));
        }
        next.put(stream, event.sequence() + 1);
    }
}
