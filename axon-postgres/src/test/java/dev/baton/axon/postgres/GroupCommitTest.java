package dev.baton.axon.postgres;

import static dev.baton.axon.postgres.conformance.Callers.PATIENCE;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.conformance.Callers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Who is written with whom, on a writer that waits for a permit before each batch.
class GroupCommitTest {
    private static final int PLENTY = 1_000_000;

    private final Semaphore permits = new Semaphore(0);
    private final List<List<Append>> batches = new CopyOnWriteArrayList<>();

    @Test
    void a_caller_alone_waits_for_nobody() {
        permits.release(PLENTY);
        GroupCommit group = group(256, 100);
        for (int n = 0; n < 50; n++) {
            group.commit(append());
            assertThat(batches).hasSize(n + 1);
        }
    }

    @Test
    void whoever_comes_while_a_batch_is_written_is_in_the_next_in_the_order_of_coming() throws Exception {
        GroupCommit group = group(256, 100);
        List<Append> appends = appends(21);
        try (Callers people = new Callers()) {
            List<CompletableFuture<Boolean>> answers = queue(group, people, appends);
            assertThat(answers).noneMatch(CompletableFuture::isDone);
            permits.release(2);
            Callers.all(answers);
        }
        assertThat(batches).containsExactly(appends.subList(0, 1), appends.subList(1, 21));
    }

    @Test
    void a_batch_has_no_more_than_it_may() throws Exception {
        GroupCommit group = group(4, 100);
        permits.release(PLENTY);
        List<Append> appends = appends(40);
        try (Callers people = new Callers()) {
            Callers.all(appends.stream().map(append -> commit(group, people, append)));
        }
        assertThat(batches).allSatisfy(batch -> assertThat(batch).hasSizeLessThanOrEqualTo(4));
        assertThat(batches.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(appends);
    }

    @Test
    void who_comes_when_too_many_wait_is_turned_away_and_nobody_else() throws Exception {
        GroupCommit group = group(256, 5);
        List<Append> appends = appends(6);
        try (Callers people = new Callers()) {
            List<CompletableFuture<Boolean>> answers = queue(group, people, appends);
            assertThatThrownBy(() -> group.commit(append()))
                    .isInstanceOfSatisfying(
                            LogOverloaded.class,
                            refused -> assertThat(refused.retryAfter()).isPositive());
            permits.release(2);
            Callers.all(answers);
            permits.release();
            group.commit(append());
        }
        assertThat(batches.stream().mapToInt(List::size)).containsExactly(1, 5, 1);
    }

    @Test
    void a_failure_is_told_to_whom_it_belongs() throws Exception {
        IllegalStateException why = new IllegalStateException("the second is refused");
        GroupCommit group = group(
                256,
                100,
                batch -> IntStream.range(0, batch.size())
                        .<Outcome>mapToObj(n -> n == 1 ? new Outcome.Failed(why) : new Outcome.Stored(1))
                        .toList());
        try (Callers people = new Callers()) {
            List<CompletableFuture<Boolean>> answers = queue(group, people, appends(4));
            permits.release(2);
            await().atMost(PATIENCE).until(() -> answers.stream().allMatch(CompletableFuture::isDone));
            assertThat(answers.stream().map(CompletableFuture::isCompletedExceptionally))
                    .containsExactly(false, false, true, false);
            assertThat(answers.get(2).exceptionNow()).isSameAs(why);
        }
    }

    @Test
    void who_is_interrupted_learns_first_what_became_of_it() throws Exception {
        GroupCommit group = group(256, 100);
        CompletableFuture<Boolean> stillInterrupted = new CompletableFuture<>();
        try (Callers people = new Callers()) {
            List<CompletableFuture<Boolean>> leader = queue(group, people, appends(1));
            Thread follower = Thread.ofVirtual().start(() -> {
                group.commit(append());
                stillInterrupted.complete(Thread.currentThread().isInterrupted());
            });
            await().atMost(PATIENCE).until(() -> group.waiting() == 1);
            follower.interrupt();
            assertThat(follower.join(Duration.ofMillis(100))).isFalse();
            permits.release(2);
            Callers.all(leader);
            assertThat(stillInterrupted.get(PATIENCE.toSeconds(), SECONDS)).isTrue();
        }
        assertThat(batches).hasSize(2);
    }

    @Test
    void an_error_of_the_writer_leaves_nobody_waiting_and_the_lane_open() throws Exception {
        Semaphore errors = new Semaphore(1);
        GroupCommit group = group(256, 100, batch -> {
            if (errors.tryAcquire()) {
                throw new AssertionError("out of something");
            }
            return stored(batch);
        });
        try (Callers people = new Callers()) {
            List<CompletableFuture<Boolean>> answers = queue(group, people, appends(3));
            permits.release(2);
            await().atMost(PATIENCE).until(() -> answers.stream().allMatch(CompletableFuture::isDone));
            assertThat(answers.getFirst()).isCompletedExceptionally();
            assertThat(answers.subList(1, 3)).noneMatch(CompletableFuture::isCompletedExceptionally);
        }
    }

    /// Before whoever waits come those at most who were there already.
    @Test
    void nobody_is_overtaken_however_often_the_others_come() throws Exception {
        Append cold = append();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger coldWritten = new AtomicInteger();
        GroupCommit group = new GroupCommit(
                batch -> {
                    int number = written.incrementAndGet();
                    if (batch.contains(cold)) {
                        coldWritten.set(number);
                    }
                    LockSupport.parkNanos(50_000);
                    return stored(batch);
                },
                4,
                1_000);
        List<Integer> batchesBefore = new ArrayList<>();
        try (Callers people = new Callers()) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            Stream.generate(() -> people.call(() -> commitUntil(done, group)))
                    .limit(16)
                    .toList();
            for (int n = 0; n < 100; n++) {
                int before = written.get();
                group.commit(cold);
                batchesBefore.add(coldWritten.get() - before);
            }
            done.complete(null);
        }
        assertThat(batchesBefore.stream().sorted().skip(50).findFirst().orElseThrow())
                .as("16 others in batches of 4, and the one that is being written")
                .isLessThanOrEqualTo(7);
    }

    private static boolean commitUntil(CompletableFuture<Void> done, GroupCommit group) {
        while (!done.isDone()) {
            group.commit(append());
        }
        return true;
    }

    private GroupCommit group(int mostAtOnce, int mostWaiting) {
        return group(mostAtOnce, mostWaiting, GroupCommitTest::stored);
    }

    private GroupCommit group(int mostAtOnce, int mostWaiting, Function<List<Append>, List<Outcome>> writer) {
        return new GroupCommit(
                batch -> {
                    batches.add(batch);
                    permits.acquireUninterruptibly();
                    return writer.apply(batch);
                },
                mostAtOnce,
                mostWaiting);
    }

    /// Each comes when the one before is being written, or waits.
    private List<CompletableFuture<Boolean>> queue(GroupCommit group, Callers people, List<Append> appends) {
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        for (Append append : appends) {
            answers.add(commit(group, people, append));
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(2))
                    .until(() -> batches.size() == 1 && group.waiting() == answers.size() - 1);
        }
        return answers;
    }

    private static CompletableFuture<Boolean> commit(GroupCommit group, Callers people, Append append) {
        return people.call(() -> {
            group.commit(append);
            return true;
        });
    }

    private static List<Outcome> stored(List<Append> batch) {
        return batch.stream().<Outcome>map(append -> new Outcome.Stored(1)).toList();
    }

    private static List<Append> appends(int count) {
        return IntStream.range(0, count).mapToObj(n -> append()).toList();
    }

    private static Append append() {
        return Append.of(List.of(StoreTest.counted(StoreTest.newStream(), 0)));
    }
}
