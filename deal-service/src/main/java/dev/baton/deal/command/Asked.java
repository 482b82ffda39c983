package dev.baton.deal.command;

import dev.baton.contract.Extensions;
import dev.baton.deal.aggregate.Acting;
import dev.baton.web.edge.request.RequestTrace;
import dev.baton.web.edge.security.Actor;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/// What comes beside a person's command: a controller takes it as an argument.
///
/// @param path tells commands and deals apart under one Idempotency-Key
/// @param key the Idempotency-Key
/// @param ifMatch the deal's version as the person has seen it
/// @param epoch the holding under which the person believes to act (`Baton-Epoch`)
public record Asked(
        Actor actor,
        RequestTrace trace,
        String path,
        @Nullable String key,
        @Nullable Long ifMatch,
        @Nullable Integer epoch) {

    static Asked of(HttpServletRequest request, Actor actor, RequestTrace trace) {
        return new Asked(
                actor,
                trace,
                request.getRequestURI(),
                Headers.idempotencyKey(request.getHeader("Idempotency-Key")),
                Headers.version(request.getHeader(HttpHeaders.IF_MATCH)),
                Headers.epoch(request.getHeader("Baton-Epoch")));
    }

    Acting acting() {
        return new Acting(People.acting(actor), epoch, ifMatch);
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put(Extensions.ACTOR, actor.id());
        if (trace.traceparent() != null) {
            attributes.put(Extensions.TRACE_PARENT, trace.traceparent());
        }
        return attributes;
    }
}
