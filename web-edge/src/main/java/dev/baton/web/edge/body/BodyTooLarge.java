package dev.baton.web.edge.body;

import dev.baton.web.edge.problem.Explained;
import dev.baton.web.edge.problem.Problem;
import java.io.IOException;
import org.springframework.http.HttpStatus;

/// A body beyond the limit.
final class BodyTooLarge extends IOException implements Explained {
    private final long limit;

    BodyTooLarge(long limit) {
        super("body larger than " + limit + " bytes");
        this.limit = limit;
    }

    @Override
    public Problem problem() {
        return Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "body-too-large",
                        "Body too large",
                        "A body may have %,d bytes; NDJSON is read line by line and may be longer.".formatted(limit))
                .with("allowed", limit);
    }
}
