package dev.baton.axon.postgres;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Sends a command again that lost its stream to another node, after a pause of random length, so
/// that the losers of one race do not meet again. A command inside a greater unit of work is left
/// to whoever repeats that unit.
final class ConflictRetries implements RetryScheduler {
    private static final int MOST = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);

    private final Executor threads = Executors.newVirtualThreadPerTaskExecutor();

    @Override
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        if (!conflict(lastFailure) || failures.size() > MOST || withinGreaterUnit()) {
            return false;
        }
        CompletableFuture.delayedExecutor(pauseMillis(failures.size()), TimeUnit.MILLISECONDS, threads)
                .execute(dispatch);
        return true;
    }

    /// Two creations of one stream conflict as well: the second may find it and go on. So do two
    /// transactions that wait for each other's rows, of which the database ends one.
    private static boolean conflict(RuntimeException failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof ConcurrencyFailureException;
    }

    private static boolean withinGreaterUnit() {
        return CurrentUnitOfWork.isStarted() || TransactionSynchronizationManager.isActualTransactionActive();
    }

    private static long pauseMillis(int failures) {
        return ThreadLocalRandom.current().nextLong(1, FIRST_PAUSE.toMillis() << Math.min(failures, 5));
    }
}
