package dev.baton.web.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Ends every failed request of the dispatcher in a problem; asked after a service's own `@ExceptionHandler`s.
public final class ProblemResolver implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

    private final Problems problems;
    private final ProblemWriter writer;

    public ProblemResolver(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    /// After a response has begun nothing can be told any more: the failure goes on to the server, which cuts
    /// the connection, so that the client does not take half an answer for a whole one.
    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (failure instanceof AsyncRequestNotUsableException) {
            return new ModelAndView();
        }
        if (response.isCommitted()) {
            return null;
        }
        try {
            headers(failure).forEach(response::setHeader);
            writer.write(problems.of(failure), request, response);
        } catch (IOException gone) {
            LOG.debug("the client did not wait for its problem", gone);
        }
        return new ModelAndView();
    }

    private static Map<String, String> headers(Exception failure) {
        HttpHeaders headers = failure instanceof ErrorResponse framework ? framework.getHeaders() : new HttpHeaders();
        return headers.toSingleValueMap();
    }
}
