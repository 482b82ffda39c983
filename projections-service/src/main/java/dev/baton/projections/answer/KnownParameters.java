package dev.baton.projections.answer;

import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses query parameters that the path does not know. A filter that is silently ignored gives figures that look
/// like an answer to the question and are not.
final class KnownParameters implements HandlerInterceptor {
    private static final Set<String> OF_THE_PAST = Set.of("asOf", "knownAt");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            Set<String> known = known(method);
            request.getParameterMap().keySet().stream()
                    .filter(name -> !known.contains(name))
                    .findFirst()
                    .ifPresent(name -> refuse(name, known));
        }
        return true;
    }

    private static Set<String> known(HandlerMethod method) {
        Set<String> known = new TreeSet<>();
        Arrays.stream(method.getMethod().getParameters())
                .flatMap(KnownParameters::names)
                .forEach(known::add);
        return known;
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.getType() == PageRequest.class) {
            return Stream.of("limit", "after");
        }
        RequestParam named = parameter.getAnnotation(RequestParam.class);
        return named == null ? Stream.empty() : Stream.of(named.name().isEmpty() ? parameter.getName() : named.name());
    }

    private static void refuse(String name, Set<String> known) {
        Problem problem = OF_THE_PAST.contains(name)
                ? Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "only-now",
                        "Only the present can be asked for",
                        "'" + name + "' is not answered by this version; the figures are those of now.")
                : Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "unknown-parameter",
                        "Unknown parameter",
                        "'" + name + "' is no parameter of this path.");
        throw new ProblemException(problem.with("allowed", known));
    }
}
