package dev.baton.axon.kafka.verify;

/// Which step of the way from the store to the rows was looked at.
public enum Where {
    /// the chain of commits of a service's log
    STORE,
    /// a service's own events, compared with their topic
    TOPIC,
    /// what a service took into its log, compared with the topic
    INTAKE,
    /// what a service remembers between two events, compared with what its log folds to
    SAGA,
    /// read models, compared with what the topics fold to
    ROWS
}
