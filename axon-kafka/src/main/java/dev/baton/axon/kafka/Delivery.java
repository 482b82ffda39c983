package dev.baton.axon.kafka;

/// How the handler's work and the reader's offset belong together.
public enum Delivery {
    /// The handler's rows and the offset are one commit: each event has its effect exactly once.
    IN_TRANSACTION,
    /// The handler commits by itself, for instance by sending commands, and the offset follows: after a crash
    /// in between it sees the batch again, so its effects must be idempotent.
    BEFORE_TRANSACTION
}
