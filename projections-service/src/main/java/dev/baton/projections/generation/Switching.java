package dev.baton.projections.generation;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Points the views to another generation, in one transaction.
///
/// The live readers are held meanwhile, and the other generation must have read as much: nobody
/// sees the figures go back. A view that somebody reads is waited for only a moment, less than the
/// server takes to look for deadlocks (1 s): it is always this transaction that gives way, and
/// never a query.
@Component
@DependsOnDatabaseInitialization
public class Switching {
    private static final Logger log = LoggerFactory.getLogger(Switching.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration CATCHING_UP = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration GLANCE = Duration.ofMillis(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Switching(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// @param besides done in the same transaction, once the views are changed
    /// @throws CannotSwitch when readers of the views left no gap for a minute
    public void to(String generation, Runnable besides) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!attempt(generation, besides)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new CannotSwitch("the views of analytics were in use, or " + generation
                        + " was behind the live generation, for " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean attempt(String generation, Runnable besides) {
        try {
            transactions.executeWithoutResult(status -> {
                String live = jdbc.sql("select name from generation where live for update")
                        .query(String.class)
                        .single();
                switchFrom(live, generation);
                besides.run();
            });
            return true;
        } catch (DataAccessException | Behind inUse) {
            if (inUse instanceof DataAccessException failure && !isInTheWay(failure)) {
                throw failure;
            }
            log.info("Not yet: {}", inUse.getMessage());
            return false;
        }
    }

    private void switchFrom(String live, String generation) {
        if (live.equals(generation)) {
            return;
        }
        jdbc.sql("set local lock_timeout = '5s'").update();
        // an instance that stops just here must not hold the others' readers for ever
        jdbc.sql("set local idle_in_transaction_session_timeout = '10s'").update();
        await(generation, Positions.hold(jdbc, live));
        jdbc.sql("set local lock_timeout = '400ms'").update();
        AnalyticsViews.pointingTo(generation).forEach(view -> jdbc.sql(view).update());
        jdbc.sql("update generation set live = false where live").update();
        jdbc.sql("update generation set live = true, fed = true where name = ?")
                .param(generation)
                .update();
        jdbc.sql("update generation set fed = false where name not in (?, ?)")
                .params(live, generation)
                .update();
    }

    private void await(String generation, Positions live) {
        long end = System.nanoTime() + CATCHING_UP.toNanos();
        while (!Positions.of(jdbc, generation).reaches(live)) {
            if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
                throw new Behind(generation);
            }
            LockSupport.parkNanos(GLANCE.toNanos());
        }
    }

    /// A lock that was not to be had in time, or a deadlock that the server found first.
    private static boolean isInTheWay(DataAccessException failure) {
        return failure.getMostSpecificCause() instanceof SQLException cause
                && Set.of("55P03", "40P01").contains(String.valueOf(cause.getSQLState()));
    }

    private static final class Behind extends RuntimeException {
        Behind(String generation) {
            super(generation + " has not read as much as the live generation");
        }
    }
}
