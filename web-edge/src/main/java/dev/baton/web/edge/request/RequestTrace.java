package dev.baton.web.edge.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How a request is found again: in logs, in the answer's `X-Request-Id`, and in the events that it causes.
/// A controller takes it as an argument.
///
/// @param requestId the caller's `X-Request-Id` if it is usable, else the trace id, else a new one
/// @param traceparent the caller's W3C trace context as received
public record RequestTrace(String requestId, @Nullable String traceparent) {
    private static final Pattern USABLE_ID = Pattern.compile("[A-Za-z0-9._-]{1,128}");
    private static final Pattern TRACEPARENT = Pattern.compile("[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final int TRACE_ID_BEGINS = 3;
    private static final int TRACE_ID_ENDS = 35;

    static RequestTrace of(HttpServletRequest request) {
        Optional<String> trace = header(request, "traceparent", TRACEPARENT);
        String id = header(request, "X-Request-Id", USABLE_ID)
                .or(() -> trace.map(parent -> parent.substring(TRACE_ID_BEGINS, TRACE_ID_ENDS)))
                .orElseGet(() -> UUID.randomUUID().toString());
        return new RequestTrace(id, trace.orElse(null));
    }

    /// What does not look as it should is not taken over: it would end up in logs and headers.
    private static Optional<String> header(HttpServletRequest request, String name, Pattern shape) {
        return Optional.ofNullable(request.getHeader(name))
                .filter(value -> shape.matcher(value).matches());
    }
}
