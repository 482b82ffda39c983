package dev.baton.web.edge.problem;

import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;

/// What passes by itself, and is worth a retry: the database is away or lets somebody else go
/// first, or the token issuer is away.
public final class OutageProblems implements ProblemTranslation {

    @Override
    public Optional<Problem> translate(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isConnectionLost(sql)) {
                return Optional.of(away("store-unavailable", "The database cannot be reached at the moment."));
            }
            if (cause instanceof SQLException sql && isGivenWay(sql)) {
                return Optional.of(away(
                        "store-contended",
                        "Others changed what this is about at the same moment, and were faster. Send it again."));
            }
            if (cause instanceof JwtDecoderInitializationException || cause instanceof AuthenticationServiceException) {
                return Optional.of(away("issuer-unreachable", "The token issuer cannot be reached at the moment."));
            }
        }
        return Optional.empty();
    }

    private static Problem away(String code, String detail) {
        return Problem.of(SERVICE_UNAVAILABLE, code, "Try again", detail).with("retryAfterSeconds", 1);
    }

    /// SQLSTATE class 40 is a transaction that the server ended so that another could go on.
    private static boolean isGivenWay(SQLException failure) {
        return failure.getSQLState() != null && failure.getSQLState().startsWith("40");
    }

    /// SQLSTATE class 08 is a lost connection, 57P01 to 57P03 a server that stops or starts.
    private static boolean isConnectionLost(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientConnectionException
                || (state != null && (state.startsWith("08") || state.startsWith("57P0")));
    }
}
