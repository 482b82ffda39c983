package dev.baton.projections.answer;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Reads a parameter that has a fixed number of values, in any case.
public final class Choice {
    private Choice() {}

    /// @throws ProblemException 400 naming the values that are allowed
    public static <E extends Enum<E>> E of(String parameter, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> refusal(parameter, value, type));
    }

    public static <E extends Enum<E>> @Nullable E optional(String parameter, @Nullable String value, Class<E> type) {
        return value == null || value.isEmpty() ? null : of(parameter, value, type);
    }

    private static <E extends Enum<E>> ProblemException refusal(String parameter, String value, Class<E> type) {
        return new ProblemException(Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-parameter",
                        "Invalid parameter",
                        "'" + value + "' is no value of '" + parameter + "'.")
                .with(
                        "allowed",
                        Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }
}
