package dev.baton.contract;

/// A command, or another message, that is meant for one stream's aggregate.
public interface Targeted {
    StreamId stream();
}
