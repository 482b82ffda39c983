package dev.baton.local.process;

import java.time.Duration;

/// How long to wait before a process that died is started again: doubling, from half a second to
/// fifteen seconds; one that stayed up for a minute begins anew.
public record Backoff(int failures) {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration FORGIVEN_AFTER = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 6;

    public static Backoff none() {
        return new Backoff(0);
    }

    public Backoff afterLiving(Duration lifetime) {
        return lifetime.compareTo(FORGIVEN_AFTER) >= 0 ? new Backoff(1) : new Backoff(failures + 1);
    }

    public Duration delay() {
        if (failures == 0) {
            return Duration.ZERO;
        }
        Duration wanted = FIRST.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
        return wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }
}
