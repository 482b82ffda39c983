package dev.baton.web.edge.problem;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;

/// From any failure to the problem that the client is told.
///
/// What nobody translates is a fault of ours: the client gets an error id, the log the same id with the cause.
public final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final List<ProblemTranslation> translations;

    public Problems(List<ProblemTranslation> translations) {
        this.translations = List.copyOf(translations);
    }

    public Problem of(Throwable failure) {
        return translations.stream()
                .map(translation -> translation.translate(failure))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> fault(failure));
    }

    private static Problem fault(Throwable failure) {
        String errorId = UUID.randomUUID().toString();
        LOG.error("error {}", errorId, failure);
        return Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal-error",
                        "Internal error",
                        "The fault is ours and has been logged under this error id.")
                .with("errorId", errorId);
    }
}
