package dev.baton.local.state;

/// What the supervisor last saw of a process.
public enum Health {
    STARTING,
    UP,
    DOWN,
    STOPPED
}
