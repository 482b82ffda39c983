package dev.baton.contract;

/// A command, or another message, that is meant for one stream's aggregate.
public interface Targeted {
    StreamId stream();

    /// Whether the stream is expected to have no event before this one. It need not be right: who
    /// relies on it finds out before anything is stored.
    default boolean begins() {
        return false;
    }
}
