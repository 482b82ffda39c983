package dev.baton.roles.parking;

import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Failures that pass by themselves: somebody was faster, or the database is away.
final class Momentary {
    private Momentary() {}

    static boolean is(@Nullable Throwable failure) {
        return failure != null
                && (failure instanceof TransientDataAccessException
                        || failure instanceof RecoverableDataAccessException
                        || failure instanceof NonTransientDataAccessResourceException
                        || failure instanceof CannotCreateTransactionException
                        || failure instanceof ConcurrencyException
                        || failure instanceof LockAcquisitionFailedException
                        || is(failure.getCause()));
    }
}
