package dev.baton.axon.postgres.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import dev.baton.contract.testing.Patience;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// People who call at the same time, each in a thread.
public final class Callers implements AutoCloseable {
    public static final Duration PATIENCE = Patience.LIMIT;

    private static final Set<Thread.State> AT_REST =
            EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING, Thread.State.TERMINATED);

    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    public <T> CompletableFuture<T> call(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        threads.add(Thread.ofVirtual().start(() -> answer(work, answer)));
        return answer;
    }

    /// Until everybody waits for something, or is done.
    public void awaitEverybodyAtRest() {
        await().pollInterval(Duration.ofMillis(10))
                .during(Duration.ofMillis(60))
                .atMost(PATIENCE)
                .until(this::everybodyAtRest);
    }

    /// Until everybody is in the middle of that class's work. Whoever waits for anything is at rest, but perhaps not
    /// yet there: for an answer of a database that has no time, say.
    public void awaitEverybodyIn(Class<?> work) {
        await().pollInterval(Duration.ofMillis(10))
                .atMost(PATIENCE)
                .until(() -> threads.stream().allMatch(thread -> isIn(work, thread)));
    }

    private static boolean isIn(Class<?> work, Thread thread) {
        return Arrays.stream(thread.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(work.getName()));
    }

    /// What everybody got, in the order in which they were asked.
    public static <T> List<T> all(List<CompletableFuture<T>> answers) {
        return answers.stream()
                .map(answer -> answer.orTimeout(PATIENCE.toSeconds(), SECONDS).join())
                .toList();
    }

    public static <T> List<T> all(Stream<CompletableFuture<T>> answers) {
        return all(answers.toList());
    }

    @Override
    public void close() throws InterruptedException {
        for (Thread thread : threads) {
            if (!thread.join(PATIENCE)) {
                thread.interrupt();
            }
        }
    }

    private boolean everybodyAtRest() {
        return threads.stream().allMatch(thread -> AT_REST.contains(thread.getState()));
    }

    private static <T> void answer(Callable<T> work, CompletableFuture<T> answer) {
        try {
            answer.complete(work.call());
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }
}
