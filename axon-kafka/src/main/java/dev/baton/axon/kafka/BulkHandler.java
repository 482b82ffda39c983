package dev.baton.axon.kafka;

/// What is done in bulk with what was read, in memory first: each (source, subject) in its own
/// order, nothing twice, no hole.
public interface BulkHandler {

    /// An exception sets the event aside as a dead letter, and what follows of its subject waits:
    /// it must leave nothing behind.
    void apply(ReceivedEvent event);

    /// Now and then: writes what can no longer change, within the transaction of the whole.
    void flush();

    /// At the fence: writes the rest, within the same transaction.
    void finish();
}
