package dev.baton.web.edge.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// The server's error page, for what fails outside the dispatcher (filters, the firewall).
@Controller
public final class ProblemErrorPage implements ErrorController {
    private final Problems problems;
    private final ProblemWriter writer;

    public ProblemErrorPage(Problems problems, ProblemWriter writer) {
        this.problems = problems;
        this.writer = writer;
    }

    @RequestMapping("/error")
    public void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!response.isCommitted()) {
            writer.write(problem(request), request, response);
        }
    }

    private Problem problem(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable failure) {
            return problems.of(failure);
        }
        HttpStatus status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.NOT_FOUND);
        return status == HttpStatus.NOT_FOUND ? HttpProblems.unknownPath() : HttpProblems.bare(status, null);
    }
}
