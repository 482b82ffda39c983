package dev.baton.axon.postgres.conformance;

/// What an engine says of an append. Anything else, an exception, says that nobody knows.
public enum Answer {
    /// Durable, and visible to everybody.
    ACKNOWLEDGED,
    /// Somebody else has the place, or the place before it is empty; nothing was appended.
    CONFLICT,
    /// An event of this id is in the log; nothing was appended.
    DUPLICATE
}
