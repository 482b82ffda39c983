package dev.baton.web.edge.request;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/// Names every request before anything can refuse it.
public final class RequestTraceFilter extends OncePerRequestFilter {
    static final String ATTRIBUTE = RequestTrace.class.getName();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestTrace trace = RequestTrace.of(request);
        request.setAttribute(ATTRIBUTE, trace);
        response.setHeader("X-Request-Id", trace.requestId());
        try (var _ = MDC.putCloseable("requestId", trace.requestId())) {
            chain.doFilter(request, response);
        }
    }
}
