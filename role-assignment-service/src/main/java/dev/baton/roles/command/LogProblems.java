package dev.baton.roles.command;

import dev.baton.axon.postgres.EventTooLarge;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemTranslation;
import java.util.Optional;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// What a client is told when the log does not take its command.
@Component
class LogProblems implements ProblemTranslation {

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return switch (failure) {
            case ConcurrencyException _,
                    AggregateStreamCreationException _,
                    ConcurrencyFailureException _,
                    LockAcquisitionFailedException _ -> Optional.of(contended());
            case EventTooLarge large ->
                Optional.of(Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "event-too-large",
                        "More than one event can carry",
                        large.getMessage()));
            default -> Optional.empty();
        };
    }

    private static Problem contended() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "store-contended",
                        "Try again",
                        "Others changed what this is about at the same moment, and were faster each time."
                                + " Send it again; what was done already is not done twice.")
                .with("retryAfterSeconds", 1);
    }
}
