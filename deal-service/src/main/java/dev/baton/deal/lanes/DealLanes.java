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

/// Works on many deals at once, and on each deal's items one after the other, in their order. What is appended at the
/// same moment shares a commit, so that the disk is waited for once.
public final class DealLanes {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Semaphore lanes;

    public DealLanes(LaneSettings settings) {
        this.lanes = new Semaphore(settings.count());
    }

    /// Returns when all is done, or with what the work threw when the others have ended.
    public <T> void each(List<T> items, Function<T, String> deal, Consumer<T> work) {
        List<Future<?>> running = new ArrayList<>();
        for (List<T> lane : byDeal(items, deal)) {
            running.add(threads.submit(() -> run(lane, work)));
        }
        List<RuntimeException> failures = new ArrayList<>();
        running.forEach(lane -> await(lane, failures));
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
    }

    private <T> void run(List<T> lane, Consumer<T> work) {
        lanes.acquireUninterruptibly();
        try {
            lane.forEach(work);
        } finally {
            lanes.release();
        }
    }

    private static <T> Iterable<List<T>> byDeal(List<T> items, Function<T, String> deal) {
        Map<String, List<T>> lanes = new LinkedHashMap<>();
        items.forEach(item -> lanes.computeIfAbsent(deal.apply(item), first -> new ArrayList<>())
                .add(item));
        return lanes.values();
    }

    private static void await(Future<?> running, List<RuntimeException> failures) {
        try {
            running.get();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while deals were worked on", stopped);
        } catch (ExecutionException failure) {
            failures.add(
                    failure.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failure));
        }
    }
}
