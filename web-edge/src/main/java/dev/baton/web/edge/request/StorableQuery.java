package dev.baton.web.edge.request;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses U+0000 in a query: PostgreSQL's text knows no such character, so nothing can be found
/// by it. In a path the server refuses it already.
public final class StorableQuery extends OncePerRequestFilter {
    private static final String NUL = "%00";

    private final ProblemWriter writer;

    public StorableQuery(ProblemWriter writer) {
        this.writer = writer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String query = request.getQueryString();
        if (query != null && query.contains(NUL)) {
            writer.write(refusal(), request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static Problem refusal() {
        return Problem.of(
                HttpStatus.BAD_REQUEST, "invalid-parameter", "Invalid parameter", "The query contains U+0000.");
    }
}
