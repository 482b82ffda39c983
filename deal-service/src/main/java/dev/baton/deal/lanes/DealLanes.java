package dev.baton.deal.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/// Works on many deals at once, and on each deal's items one after the other, in their order.
///
/// What can be is committed together, a share of items at a time, each of another deal: the log's lock and the disk are
/// waited for once. When one of a share fails, nothing of the share has happened, and its items are done alone.
public final class DealLanes {
    private static final Logger LOG = LoggerFactory.getLogger(DealLanes.class);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final TransactionOperations transactions;
    private final LaneSettings settings;
    private final Semaphore lanes;

    public DealLanes(TransactionOperations transactions, LaneSettings settings) {
        this.transactions = transactions;
        this.settings = settings;
        this.lanes = new Semaphore(settings.count());
    }

    /// Returns when all is done.
    ///
    /// @param together may be undone by what others of its share throw, and is then followed by `alone`
    /// @param alone has its own commit
    public <T> void each(List<T> items, Function<T, String> deal, Consumer<T> together, Consumer<T> alone) {
        for (List<T> round : Rounds.of(items, deal)) {
            List<Future<?>> running = new ArrayList<>();
            for (List<T> share : shares(round)) {
                running.add(threads.submit(() -> run(share, together, alone)));
            }
            running.forEach(DealLanes::await);
        }
    }

    private <T> void run(List<T> share, Consumer<T> together, Consumer<T> alone) {
        lanes.acquireUninterruptibly();
        try {
            if (share.size() == 1 || !committed(share, together)) {
                share.forEach(alone);
            }
        } finally {
            lanes.release();
        }
    }

    private <T> boolean committed(List<T> share, Consumer<T> together) {
        try {
            transactions.executeWithoutResult(status -> share.forEach(together));
            return true;
        } catch (RuntimeException failure) {
            LOG.debug("{} commands are sent one by one: {}", share.size(), failure.toString());
            return false;
        }
    }

    private <T> List<List<T>> shares(List<T> round) {
        List<List<T>> shares = new ArrayList<>();
        for (int from = 0; from < round.size(); from += settings.share()) {
            shares.add(round.subList(from, Math.min(round.size(), from + settings.share())));
        }
        return shares;
    }

    private static void await(Future<?> running) {
        try {
            running.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while deals were worked on", stopped);
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure);
        }
    }
}
