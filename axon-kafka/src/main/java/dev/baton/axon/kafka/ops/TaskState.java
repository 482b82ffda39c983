package dev.baton.axon.kafka.ops;

/// What became of a task so far.
public enum TaskState {
    RUNNING,
    DONE,
    REFUSED,
    FAILED
}
