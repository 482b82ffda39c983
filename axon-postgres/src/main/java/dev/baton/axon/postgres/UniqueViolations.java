package dev.baton.axon.postgres;

import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// Recognises a broken unique constraint however deep it lies: in causes, and in the chain that a
/// batch keeps.
public final class UniqueViolations implements PersistenceExceptionResolver {
    private static final String UNIQUE_VIOLATION = "23505";

    @Override
    public boolean isDuplicateKeyViolation(Exception exception) {
        return find(exception).isPresent();
    }

    /// The name of the broken constraint, empty when none was broken or the server did not say.
    static String constraintOf(Throwable thrown) {
        return said(thrown, ServerErrorMessage::getConstraint);
    }

    /// The server's sentence about the key that was there already, or empty.
    static String detailOf(Throwable thrown) {
        return said(thrown, ServerErrorMessage::getDetail);
    }

    private static String said(Throwable thrown, Function<ServerErrorMessage, @Nullable String> part) {
        return find(thrown)
                .filter(PSQLException.class::isInstance)
                .map(sql -> ((PSQLException) sql).getServerErrorMessage())
                .map(part)
                .orElse("");
    }

    private static Optional<SQLException> find(Throwable thrown) {
        return Stream.iterate(thrown, next -> next != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(UniqueViolations::chain)
                .filter(sql -> UNIQUE_VIOLATION.equals(sql.getSQLState()))
                .findFirst();
    }

    /// A `BatchUpdateException` names its cause in the next exception.
    private static Stream<SQLException> chain(SQLException first) {
        return Stream.iterate(first, next -> next != null, SQLException::getNextException);
    }
}
