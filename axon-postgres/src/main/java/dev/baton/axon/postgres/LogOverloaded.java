package dev.baton.axon.postgres;

import java.time.Duration;

/// More commands wait to be committed than the log will let wait. Nothing of the command was stored; it may be sent
/// again after a while.
public final class LogOverloaded extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogOverloaded(int waiting) {
        super(waiting + " commands wait to be committed already");
    }

    public Duration retryAfter() {
        return Duration.ofSeconds(1);
    }
}
