package dev.baton.roles.command;

import dev.baton.web.edge.request.RequestTrace;
import dev.baton.web.edge.security.Actor;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a command came with over HTTP. A controller takes it as an argument.
///
/// @param path where it was posted to
/// @param idempotencyKey the caller's `Idempotency-Key`, when there is one
public record Request(
        Actor actor,
        RequestTrace trace,
        String path,
        @Nullable String idempotencyKey) {

    Map<String, Object> attributes() {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("actor", actor.id());
        String traceparent = trace.traceparent();
        if (traceparent != null) {
            attributes.put("traceparent", traceparent);
        }
        return attributes;
    }

    /// Keeps the keys of different callers and endpoints apart.
    String scope() {
        return actor.name() + " " + path;
    }
}
