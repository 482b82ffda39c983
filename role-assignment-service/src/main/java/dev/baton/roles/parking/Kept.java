package dev.baton.roles.parking;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/// What is kept of an event: its deal, and its place in the log.
final class Kept {
    private Kept() {}

    static @Nullable String deal(EventMessage<?> event) {
        return event.getMetaData().get("subject") instanceof String deal ? deal : null;
    }

    static long position(EventMessage<?> event) {
        if (event instanceof TrackedEventMessage<?> tracked
                && tracked.trackingToken() instanceof GlobalSequenceTrackingToken token) {
            return token.getGlobalIndex();
        }
        throw new IllegalStateException("an event without a place in the log: " + event);
    }
}
