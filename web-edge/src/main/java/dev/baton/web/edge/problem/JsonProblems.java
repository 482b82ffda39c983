package dev.baton.web.edge.problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;

import dev.baton.contract.InvalidValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.InvalidNullException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/// JSON that cannot be read is 400; JSON that reads well but does not fit is 422 and points to the field.
public final class JsonProblems implements ProblemTranslation {
    private static final String TRAILING = "expected one value, and there is a trailing one behind it";

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return failure instanceof JacksonException json ? Optional.of(problem(json)) : Optional.empty();
    }

    private static Problem problem(JacksonException failure) {
        return switch (failure) {
            case InputCoercionException tooLarge ->
                unfit("wrong-type", "Wrong type of a field", Wording.expected(tooLarge.getTargetType()), tooLarge);
            case StreamReadException bad ->
                placed(Problem.of(BAD_REQUEST, "bad-json", "Not JSON", Wording.plain(bad.getOriginalMessage())), bad);
            case UnrecognizedPropertyException unknown ->
                unfit(
                                "unknown-field",
                                "Unknown field",
                                "'" + unknown.getPropertyName() + "' is not known here",
                                unknown)
                        .with("allowed", known(unknown));
            case InvalidNullException missing -> unfit("missing-field", "Missing field", missing(missing), missing);
            case ValueInstantiationException refused ->
                unfit("invalid-value", "Invalid value", reason(refused), refused);
            case MismatchedInputException mismatch -> wrongType(mismatch);
            case DatabindException other ->
                unfit("wrong-type", "Wrong type of a field", Wording.plain(other.getOriginalMessage()), other);
            default -> placed(Problem.of(BAD_REQUEST, "bad-json", "Not JSON", failure.getOriginalMessage()), failure);
        };
    }

    /// What is null within a list or a map is no field of its own.
    private static String missing(InvalidNullException missing) {
        String name = String.valueOf(missing.getPropertyName());
        boolean field = !missing.getPath().isEmpty()
                && name.equals(missing.getPath().getLast().getPropertyName());
        return field ? "'" + name + "' is required" : "null is no value here";
    }

    private static Problem wrongType(MismatchedInputException mismatch) {
        Class<?> target = mismatch.getTargetType();
        String expected = isTrailing(mismatch) ? TRAILING : Wording.expected(target);
        Problem problem = unfit(
                "wrong-type",
                "Wrong type of a field",
                expected == null ? Wording.plain(mismatch.getOriginalMessage()) : expected,
                mismatch);
        return target != null && target.isEnum()
                ? problem.with(
                        "allowed",
                        Arrays.stream(target.getEnumConstants())
                                .map(String::valueOf)
                                .toList())
                : problem;
    }

    /// The value was as expected; there is more behind it.
    private static boolean isTrailing(MismatchedInputException mismatch) {
        return String.valueOf(mismatch.getOriginalMessage()).startsWith("Trailing");
    }

    private static Problem unfit(String code, String title, @Nullable String detail, JacksonException failure) {
        return placed(
                Problem.of(UNPROCESSABLE_CONTENT, code, title, detail).with("pointer", pointer(failure)), failure);
    }

    private static Problem placed(Problem problem, JacksonException failure) {
        TokenStreamLocation where = failure.getLocation();
        return where == null || where.getLineNr() < 1
                ? problem
                : problem.with("line", where.getLineNr()).with("column", where.getColumnNr());
    }

    private static String pointer(JacksonException failure) {
        String path = failure.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "/" + step.getIndex()
                        : "/" + step.getPropertyName().replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
        return failure.getCause() instanceof InvalidValue invalid
                ? path + "/" + invalid.field().replace('.', '/')
                : path;
    }

    private static Object known(UnrecognizedPropertyException unknown) {
        var known = unknown.getKnownPropertyIds();
        return known == null
                ? List.of()
                : known.stream().map(String::valueOf).sorted().toList();
    }

    private static @Nullable String reason(ValueInstantiationException refused) {
        Throwable cause = refused.getCause();
        return cause == null ? refused.getOriginalMessage() : cause.getMessage();
    }
}
