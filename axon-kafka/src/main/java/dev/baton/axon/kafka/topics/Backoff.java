package dev.baton.axon.kafka.topics;

import java.time.Duration;

/// Waits that double from the first to the longest, until something works again.
public final class Backoff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Backoff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    public Duration next() {
        var pause = next;
        next = pause.multipliedBy(2).compareTo(longest) > 0 ? longest : pause.multipliedBy(2);
        return pause;
    }

    public void reset() {
        next = first;
    }
}
