package dev.baton.deal.pipeline;

import dev.baton.contract.InvalidValue;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/// ISO 8601 durations as pipelines write them.
final class Durations {

    private Durations() {}

    static Duration between(String field, String told, Duration shortest, Duration longest) {
        Duration duration = parsed(field, told);
        if (duration.compareTo(shortest) < 0 || duration.compareTo(longest) > 0) {
            throw new InvalidValue(field, "must be between " + shortest + " and " + longest);
        }
        return duration;
    }

    private static Duration parsed(String field, String told) {
        try {
            return Duration.parse(told);
        } catch (DateTimeParseException unreadable) {
            throw new InvalidValue(field, "must be an ISO 8601 duration such as PT5M");
        }
    }
}
