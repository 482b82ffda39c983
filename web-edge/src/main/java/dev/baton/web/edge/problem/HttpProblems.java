package dev.baton.web.edge.problem;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/// What the framework itself refuses before any of our code is asked.
public final class HttpProblems implements ProblemTranslation {
    private final JsonProblems json = new JsonProblems();

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case NoResourceFoundException unknown -> unknownPath();
                    case NoHandlerFoundException unknown -> unknownPath();
                    case HttpRequestMethodNotSupportedException method -> method(method);
                    case HttpMediaTypeNotSupportedException type -> contentType(type);
                    case HttpMediaTypeNotAcceptableException type -> notAcceptable(type);
                    case MissingRequestValueException missing -> missing(missing);
                    case MethodArgumentTypeMismatchException wrong -> parameter(wrong);
                    case HttpMessageNotReadableException unreadable -> unreadable(unreadable);
                    case ErrorResponse other -> other(other);
                    default -> null;
                });
    }

    static Problem unknownPath() {
        return Problem.of(NOT_FOUND, "unknown-path", "Unknown path", "Nothing is served under this path.")
                .with("allowed", "/v3/api-docs");
    }

    private static Problem method(HttpRequestMethodNotSupportedException refused) {
        String[] supported = refused.getSupportedMethods();
        return Problem.of(
                        METHOD_NOT_ALLOWED,
                        "method-not-allowed",
                        "Method not allowed",
                        refused.getMethod() + " is not possible here.")
                .with("allowed", supported == null ? List.of() : Arrays.asList(supported));
    }

    private static Problem contentType(HttpMediaTypeNotSupportedException refused) {
        MediaType sent = refused.getContentType();
        return Problem.of(
                        UNSUPPORTED_MEDIA_TYPE,
                        "unsupported-media-type",
                        "Unsupported media type",
                        sent == null ? "The body has no usable Content-Type." : "'" + sent + "' is not read here.")
                .with("allowed", names(refused.getSupportedMediaTypes()));
    }

    private static Problem notAcceptable(HttpMediaTypeNotAcceptableException refused) {
        return Problem.of(
                        NOT_ACCEPTABLE, "not-acceptable", "Not acceptable", "No representation fits the Accept header.")
                .with("allowed", names(refused.getSupportedMediaTypes()));
    }

    private static List<String> names(List<MediaType> types) {
        return types.stream().map(MediaType::toString).distinct().toList();
    }

    private static Problem missing(MissingRequestValueException missing) {
        return Problem.of(
                BAD_REQUEST,
                "value-missing",
                "A required value is missing",
                missing.getBody().getDetail());
    }

    private static Problem parameter(TypeMismatchException wrong) {
        Class<?> wanted = wrong.getRequiredType();
        Problem problem = Problem.of(
                        BAD_REQUEST,
                        "invalid-parameter",
                        "Invalid parameter",
                        "'" + wrong.getValue() + "' does not fit '" + wrong.getPropertyName() + "'.")
                .with("parameter", String.valueOf(wrong.getPropertyName()));
        return wanted != null && wanted.isEnum()
                ? problem.with(
                        "allowed",
                        Arrays.stream(wanted.getEnumConstants())
                                .map(String::valueOf)
                                .toList())
                : problem;
    }

    /// The innermost explanation: a JSON complaint may only be the echo of a body that was cut off.
    private Problem unreadable(HttpMessageNotReadableException unreadable) {
        Problem told =
                Problem.of(BAD_REQUEST, "body-unreadable", "Body missing or unreadable", "A body is required here.");
        for (Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Explained explained) {
                return explained.problem();
            }
            told = json.translate(cause).orElse(told);
        }
        return told;
    }

    private static Problem other(ErrorResponse other) {
        HttpStatus status = Optional.ofNullable(
                        HttpStatus.resolve(other.getStatusCode().value()))
                .orElse(BAD_REQUEST);
        return bare(status, other.getBody().getDetail());
    }

    /// A problem of which nothing but the status is known.
    static Problem bare(HttpStatus status, @Nullable String detail) {
        String code =
                status.getReasonPhrase().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-");
        return Problem.of(status, code, status.getReasonPhrase(), detail);
    }
}
