package dev.baton.web.edge.security;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Lets nobody by whose token lacks the scope that is required there.
public final class ScopeCheck implements HandlerInterceptor {

    /// @throws ProblemException 403 `scope-required`
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        RequiresScope required = handler instanceof HandlerMethod method ? requiredBy(method) : null;
        if (required != null && !has(required.value())) {
            response.setHeader(
                    HttpHeaders.WWW_AUTHENTICATE,
                    "Bearer error=\"insufficient_scope\", scope=\"" + required.value() + "\"");
            throw new ProblemException(Problem.of(
                            HttpStatus.FORBIDDEN,
                            "scope-required",
                            "Not yours to do",
                            "The token is not good for this: it lacks the scope " + required.value() + ".")
                    .with("allowed", List.of(required.value())));
        }
        return true;
    }

    /// The method's own comes before its controller's.
    private static @Nullable RequiresScope requiredBy(HandlerMethod method) {
        RequiresScope own = method.getMethodAnnotation(RequiresScope.class);
        return own == null
                ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RequiresScope.class)
                : own;
    }

    private static boolean has(String scope) {
        Authentication shown = SecurityContextHolder.getContext().getAuthentication();
        return shown instanceof JwtAuthenticationToken bearer
                && Actor.of(bearer.getToken()).scopes().contains(scope);
    }
}
