package dev.baton.axon.postgres;

import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemTranslation;
import java.util.Optional;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;

/// What a client is told when the log cannot take its command: that it is too large for it, or to
/// come again. A request may be several commands of which the first are stored already, so nothing
/// is said of the whole but that it may be repeated.
public final class LogProblems implements ProblemTranslation {

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return switch (failure) {
            case LogOverloaded busy ->
                Optional.of(again("log-overloaded", busy.retryAfter().toSeconds(), """
                        Too many commands wait to be stored. Send it again a little later; \
                        what was done already is not done twice."""));
            case LogUnavailable away ->
                Optional.of(again("store-unavailable", away.retryAfter().toSeconds(), """
                        The database cannot be reached at the moment. Send it again; \
                        what was done already is not done twice."""));
            case OutcomeUnknown _ -> Optional.of(again("outcome-unknown", 1, """
                        The database was lost while this was stored. Send it again under the same id or Idempotency-Key: \
                        it has one effect, whether it was stored or not."""));
            case ConcurrencyException _,
                    AggregateStreamCreationException _,
                    ConcurrencyFailureException _,
                    LockAcquisitionFailedException _ -> Optional.of(again("store-contended", 1, """
                        Others changed what this is about at the same moment, and were faster each time. \
                        Send it again; what was done already is not done twice."""));
            case EventTooLarge large ->
                Optional.of(Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "event-too-large",
                        "More than one event can carry",
                        large.getMessage()));
            default -> Optional.empty();
        };
    }

    private static Problem again(String code, long seconds, String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, "Try again", detail)
                .with("retryAfterSeconds", Math.toIntExact(seconds));
    }
}
