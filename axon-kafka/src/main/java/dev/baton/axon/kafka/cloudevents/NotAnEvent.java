package dev.baton.axon.kafka.cloudevents;

import org.jspecify.annotations.Nullable;

/// A record that is no CloudEvent of Baton; the message says which header is missing or wrong.
public final class NotAnEvent extends RuntimeException {
    public NotAnEvent(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
