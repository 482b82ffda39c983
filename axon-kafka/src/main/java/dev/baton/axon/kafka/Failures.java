package dev.baton.axon.kafka;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/// Tells a failure that time heals (the database is away, a deadlock, a stop that cut the work off)
/// from one that lies in the event.
final class Failures {
    /// SQLSTATE classes: connection, rollback, resources, intervention by an operator, system error.
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private Failures() {}

    static boolean passes(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (passesItself(t)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passesItself(Throwable t) {
        return switch (t) {
            case Overtaken o -> true;
            case TransientDataAccessException e -> true;
            case RecoverableDataAccessException e -> true;
            case NonTransientDataAccessResourceException e -> true;
            case CannotCreateTransactionException e -> true;
            case TransactionSystemException e -> true;
            case InterruptedException e -> true;
            case SQLException e -> passes(e.getSQLState());
            default -> false;
        };
    }

    private static boolean passes(@Nullable String state) {
        return state != null && state.length() == 5 && PASSING.contains(state.substring(0, 2));
    }

    /// One line for an operator: what failed, and the cause behind it.
    static String describe(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root == failure ? String.valueOf(failure) : failure + " caused by " + root;
    }
}
