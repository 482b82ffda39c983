package dev.baton.deal.house;

import java.util.UUID;
import java.util.random.RandomGenerator;

/// Events as another system posts them.
public final class Events {
    public static final String EUR_900 = "{\"amount\": \"900.00\", \"currency\": \"EUR\"}";

    private Events() {}

    public static String newSubject() {
        return "opp-" + UUID.randomUUID();
    }

    /// As many characters as that, of three bytes each, which nothing makes shorter.
    public static String incompressible(int length) {
        return RandomGenerator.getDefault()
                .ints(length, 0x4e00, 0x9fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    public static String leadFound(String subject) {
        return leadFound(subject, "milestones");
    }

    public static String leadFound(String subject, String pipeline) {
        return event("lead-found", subject, "2026-01-05T12:00:00Z", """
                {"pipeline": "%s", "title": "Bikes for Acme", "value": %s}""".formatted(pipeline, EUR_900));
    }

    public static String leadQualified(String subject) {
        return event("lead-qualified", subject, "2026-01-06T12:00:00Z", "{}");
    }

    public static String won(String subject) {
        return event("closed", subject, "2026-01-09T12:00:00Z", "{\"outcome\": \"WON\"}");
    }

    public static String lost(String subject) {
        return event(
                "closed", subject, "2026-01-09T12:00:00Z", "{\"outcome\": \"LOST\", \"reason\": \"NOT_RECORDED\"}");
    }

    public static String event(String milestone, String subject, String time, String data) {
        return event(milestone + "-" + subject, milestone, subject, time, data);
    }

    public static String event(String id, String milestone, String subject, String time, String data) {
        return """
                {"specversion": "1.0", "id": "%s", "source": "urn:crm", "type": "baton.deal.%s.v1", "subject": "%s",\
                 "time": "%s", "data": %s}""".formatted(id, milestone, subject, time, data);
    }
}
