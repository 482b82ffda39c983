package dev.baton.web.edge.body;

import dev.baton.web.edge.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses bodies beyond `baton.web.max-body` before they are in memory. NDJSON is exempt: see [NdjsonLines].
public final class BodyLimit extends OncePerRequestFilter {
    private final long limit;
    private final ProblemWriter writer;

    public BodyLimit(DataSize limit, ProblemWriter writer) {
        this.limit = limit.toBytes();
        this.writer = writer;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isNdjson(request.getContentType());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > limit) {
            writer.write(new BodyTooLarge(limit).problem(), request, response);
        } else {
            chain.doFilter(new BoundedRequest(request, limit), response);
        }
    }

    private static boolean isNdjson(@Nullable String contentType) {
        return contentType != null && contentType.startsWith("application/x-ndjson");
    }
}
