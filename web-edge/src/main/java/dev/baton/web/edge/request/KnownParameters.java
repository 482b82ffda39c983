package dev.baton.web.edge.request;

import dev.baton.web.edge.page.PageRequest;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/// Refuses query parameters that the path does not know. A filter that is silently ignored gives an
/// answer that looks like one to the question and is not.
public final class KnownParameters implements HandlerInterceptor {
    private static final Set<String> OF_THE_PAST = Set.of("asOf", "knownAt");

    /// The query alone is looked at: to ask for all parameters would read the body of a form, and
    /// what is wrong with that is said by whoever reads it.
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null && handler instanceof HandlerMethod method && !takesAny(method.getMethod())) {
            require(known(method.getMethod()), names(query));
        }
        return true;
    }

    /// @throws ProblemException 400 `unknown-parameter`, or `only-now`, naming the first that is not known
    public static void require(Set<String> known, Stream<String> asked) {
        asked.filter(name -> !known.contains(name)).findFirst().ifPresent(name -> refuse(name, known));
    }

    private static Stream<String> names(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2)[0])
                .filter(name -> !name.isEmpty())
                .map(KnownParameters::decoded);
    }

    /// A name that cannot be decoded is none that anything knows.
    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return name;
        }
    }

    /// A handler that takes all parameters as they come knows by itself which there are.
    private static boolean takesAny(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> Map.class.isAssignableFrom(parameter.getType()) && asked(parameter) != null);
    }

    private static Set<String> known(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(KnownParameters::names)
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Parameter parameter) {
        if (parameter.getType() == PageRequest.class) {
            return Stream.of("limit", "after");
        }
        RequestParam asked = asked(parameter);
        return asked == null ? Stream.empty() : Stream.of(asked.name().isEmpty() ? parameter.getName() : asked.name());
    }

    private static @Nullable RequestParam asked(Parameter parameter) {
        return AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
    }

    private static void refuse(String name, Set<String> known) {
        Problem problem = OF_THE_PAST.contains(name)
                ? Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "only-now",
                        "Only the present can be asked for",
                        "'" + name + "' is not answered by this version; the answer is as of now.")
                : Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "unknown-parameter",
                        "Unknown parameter",
                        "'" + name + "' is no parameter of this path.");
        throw new ProblemException(problem.with("allowed", new TreeSet<>(known)));
    }
}
