package dev.baton.deal.lanes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/// Works on many deals at once, and on each deal's items one after the other, in their order.
public final class DealLanes {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore lanes;

    /// @param lanes how many deals at once, whoever asks: more than the database has cores and connections only wait
    public DealLanes(int lanes) {
        this.lanes = new Semaphore(lanes);
    }

    /// Returns when all is done.
    public <T> void each(List<T> items, Function<T, String> deal, Consumer<T> work) {
        List<Future<?>> running = new ArrayList<>();
        for (List<T> lane : byDeal(items, deal).values()) {
            running.add(threads.submit(() -> run(lane, work)));
        }
        running.forEach(DealLanes::await);
    }

    private <T> void run(List<T> lane, Consumer<T> work) {
        lanes.acquireUninterruptibly();
        try {
            lane.forEach(work);
        } finally {
            lanes.release();
        }
    }

    private static <T> Map<String, List<T>> byDeal(List<T> items, Function<T, String> deal) {
        Map<String, List<T>> lanes = new LinkedHashMap<>();
        for (T item : items) {
            lanes.computeIfAbsent(deal.apply(item), first -> new ArrayList<>()).add(item);
        }
        return lanes;
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
