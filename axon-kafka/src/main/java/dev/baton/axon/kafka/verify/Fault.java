package dev.baton.axon.kafka.verify;

/// What can be wrong with one thing that was looked at.
public enum Fault {
    /// it ought to be there
    MISSING,
    /// nothing that is on record accounts for it
    EXTRA,
    /// it is there and says something else
    ALTERED,
    /// it is in a partition that is not its key's
    MISPLACED,
    /// a subject's events are not in their order
    DISORDERED,
    /// no difference: it waits behind a hole, or is a dead letter; ops know of it
    HELD_BACK
}
