package dev.baton.axon.kafka;

import java.util.List;

/// What is done with what was read: each (source, subject) in its own order, nothing twice, no hole.
@FunctionalInterface
public interface EventBatchHandler {

    /// An exception rolls the batch back; its events are then tried one by one, and the one that fails
    /// alone becomes a dead letter. A database that is away is no such failure: the batch is tried again.
    ///
    /// @param batch never empty, in the order in which the events are due
    void handle(List<ReceivedEvent> batch);
}
