package dev.baton.axon.kafka.ops;

/// A task that does nothing, for a reason that is for people; anything else that ends a task is a fault.
public final class TaskRefused extends RuntimeException {
    public TaskRefused(String message) {
        super(message);
    }
}
