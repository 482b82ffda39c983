package dev.baton.deal.aggregate;

import dev.baton.axon.postgres.EventTooLarge;
import dev.baton.axon.postgres.LogOverloaded;
import dev.baton.axon.postgres.LogUnavailable;
import dev.baton.axon.postgres.OutcomeUnknown;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemTranslation;
import java.util.Optional;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;

/// What a client is told when the log cannot take its command: that it is too large for it, or to
/// come again, and whether that is safe.
public final class LogProblems implements ProblemTranslation {

    @Override
    public Optional<Problem> translate(Throwable failure) {
        return switch (failure) {
            case LogOverloaded busy ->
                Optional.of(again("log-overloaded", busy.retryAfter().toSeconds(), """
                        Too many commands wait to be stored. Nothing was stored; send it again a little later."""));
            case LogUnavailable away ->
                Optional.of(again(
                        "store-unavailable",
                        away.retryAfter().toSeconds(),
                        "The database cannot be reached at the moment. Nothing was stored; send it again."));
            case OutcomeUnknown unknown -> Optional.of(again("outcome-unknown", 1, """
                        The database was lost while this was stored. Send it again under the same id or Idempotency-Key: \
                        it has one effect, whether it was stored or not."""));
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
        return again("store-contended", 1, """
                Others changed what this is about at the same moment, and were faster each time. Nothing was stored; \
                send it again.""");
    }

    private static Problem again(String code, long seconds, String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, "Try again", detail)
                .with("retryAfterSeconds", Math.toIntExact(seconds));
    }
}
