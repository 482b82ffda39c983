package dev.baton.cli.proof;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What role-assignment-service has of deal-service's events, until the other log has shown the
/// same.
final class TakenIn {
    private final Findings findings;
    private final Map<String, Event> waiting = new HashMap<>();

    private record Event(long position, String subject, ByteBuffer digest) {}

    TakenIn(Findings findings) {
        this.findings = findings;
    }

    void add(LogEvent event) {
        waiting.put(event.id(), new Event(event.position(), event.subject(), digest(event)));
    }

    boolean has(LogEvent event) {
        return waiting.containsKey(event.id());
    }

    /// With the other log's own.
    void compare(LogEvent event) {
        Event taken = waiting.remove(event.id());
        if (taken != null && !taken.digest().equals(digest(event))) {
            String detail = "%s, event %d, is another in role-assignment-service's log at %d"
                    .formatted(event.type(), event.sequence(), taken.position());
            findings.add(new Finding(Fault.ALTERED, event.subject(), event.position(), detail));
        }
    }

    /// Nobody can have taken in what nobody has said. Of each deal the first is told.
    void finish() {
        Set<String> told = new HashSet<>();
        waiting.values().stream()
                .sorted((one, other) -> Long.compare(one.position(), other.position()))
                .filter(event -> told.add(event.subject()))
                .forEach(event -> findings.add(new Finding(
                        Fault.LOG_HOLE,
                        event.subject(),
                        event.position(),
                        "deal-service's log lacks what role-assignment-service took in here")));
        waiting.clear();
    }

    private static ByteBuffer digest(LogEvent event) {
        String all = String.join(
                "\n",
                event.source(),
                event.type(),
                event.subject(),
                String.valueOf(event.sequence()),
                event.time().toString(),
                event.recorded().toString(),
                event.cause(),
                event.actor(),
                event.data().toString());
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
