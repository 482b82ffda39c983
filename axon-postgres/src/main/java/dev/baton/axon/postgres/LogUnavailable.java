package dev.baton.axon.postgres;

import java.time.Duration;

/// The database could not be reached. Nothing of the command was stored; it may be sent again after a while.
public final class LogUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    LogUnavailable(Throwable cause) {
        super("the log's database cannot be reached", cause);
    }

    public Duration retryAfter() {
        return Duration.ofSeconds(1);
    }
}
