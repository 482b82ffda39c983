package dev.baton.local.state;

/// Where the whole stack stands.
public enum Phase {
    STARTING,
    READY,
    STOPPING,
    STOPPED
}
