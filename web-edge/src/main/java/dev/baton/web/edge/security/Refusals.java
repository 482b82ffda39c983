package dev.baton.web.edge.security;

import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.oauth2.server.resource.web.access.BearerTokenAccessDeniedHandler;

/// How the door says no: the status and `WWW-Authenticate` of RFC 6750 with a problem as the body.
final class Refusals {
    /// What the decoder says before it says anything.
    private static final String DECODER = "^An error occurred while attempting to decode the Jwt: ";

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();
    private final BearerTokenAccessDeniedHandler denial = new BearerTokenAccessDeniedHandler();
    private final ProblemWriter writer;

    Refusals(ProblemWriter writer) {
        this.writer = writer;
    }

    void unauthenticated(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        challenge.commence(request, response, why);
        writer.write(why instanceof OAuth2AuthenticationException ? invalid(why) : missing(), request, response);
    }

    /// Paths outside the guarded ones serve nobody, so they do not exist.
    void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        if (EdgeSecurity.isGuarded(request.getRequestURI())) {
            denial.handle(request, response, why);
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"insufficient_scope\"");
            writer.write(forbidden(), request, response);
        } else {
            writer.write(unknown(), request, response);
        }
    }

    private static Problem missing() {
        return Problem.of(
                UNAUTHORIZED, "token-missing", "Who are you?", "Send Authorization: Bearer <token> of the issuer.");
    }

    private static Problem invalid(AuthenticationException why) {
        String reason = String.valueOf(why.getMessage()).replaceFirst(DECODER, "");
        return Problem.of(UNAUTHORIZED, "token-invalid", "The token is not accepted", reason);
    }

    private static Problem forbidden() {
        return Problem.of(FORBIDDEN, "forbidden", "Not yours to do", "The token does not allow this.");
    }

    private static Problem unknown() {
        return Problem.of(NOT_FOUND, "unknown-path", "Unknown path", "Nothing is served under this path.")
                .with("allowed", "/v3/api-docs");
    }
}
