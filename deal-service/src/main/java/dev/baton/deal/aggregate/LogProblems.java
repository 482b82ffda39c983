package dev.baton.deal.aggregate;

import dev.baton.axon.postgres.LogOverloaded;
import dev.baton.axon.postgres.LogUnavailable;
import dev.baton.axon.postgres.OutcomeUnknown;
import dev.baton.web.edge.problem.Problem;
import dev.baton.web.edge.problem.ProblemTranslation;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/// What a client is told when the log cannot take its command at the moment: to come again, and whether that is safe.
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
            default -> Optional.empty();
        };
    }

    private static Problem again(String code, long seconds, String detail) {
        return Problem.of(HttpStatus.SERVICE_UNAVAILABLE, code, "Try again", detail)
                .with("retryAfterSeconds", Math.toIntExact(seconds));
    }
}
