package dev.baton.axon.postgres;

/// An event with this id is already in the log: it was appended or taken in before.
public final class DuplicateEventId extends RuntimeException {
    public DuplicateEventId(String message, Throwable cause) {
        super(message, cause);
    }
}
