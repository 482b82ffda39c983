package dev.baton.axon.postgres.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Acknowledged is durable and visible.
public interface Acknowledging extends Conformance {

    @Test
    default void an_acknowledged_event_is_at_once_visible_to_another_process() throws Exception {
        try (Callers people = new Callers()) {
            List<List<Fact>> seen = Callers.all(Stream.generate(Fact::first)
                    .limit(50)
                    .map(fact -> people.call(() -> {
                        log().append(fact);
                        return neighbour().stream(fact.stream());
                    })));
            assertThat(seen).allSatisfy(stream -> assertThat(stream).hasSize(1));
        }
    }

    @Test
    default void nobody_is_acknowledged_before_the_commit() throws Exception {
        List<CompletableFuture<Answer>> answers;
        try (Callers people = new Callers()) {
            long before = log().last();
            try (LogUnderTest.Stall ignored = log().stall()) {
                answers = Stream.generate(Fact::first)
                        .limit(12)
                        .map(fact -> people.call(() -> log().append(fact)))
                        .toList();
                people.awaitEverybodyAtRest();
                assertThat(answers).noneMatch(CompletableFuture::isDone);
                assertThat(neighbour().last()).isEqualTo(before);
            }
            assertThat(Callers.all(answers)).containsOnly(Answer.ACKNOWLEDGED);
        }
    }

    @Test
    default void what_was_acknowledged_outlives_a_crash_in_the_middle_of_appending() throws Exception {
        long before = log().last();
        List<Persistent> persistent = Stream.of(log(), neighbour(), log(), neighbour(), log(), neighbour())
                .map(Persistent::new)
                .toList();
        try (Callers people = new Callers()) {
            persistent.forEach(caller -> people.call(caller::appendUntilStopped));
            crashInTheMiddle(persistent);
        }
        List<Placed> read = denseAfter(before);
        Set<UUID> once = new HashSet<>();
        assertThat(read).allMatch(placed -> once.add(placed.fact().id()));
        assertThat(once)
                .containsAll(persistent.stream()
                        .flatMap(caller -> caller.acknowledged().stream())
                        .collect(Collectors.toSet()));
        assertThat(persistent)
                .allSatisfy(caller -> assertThat(log().stream(caller.stream()).size() % Persistent.TOGETHER)
                        .as("appends are whole")
                        .isZero());
    }

    private void crashInTheMiddle(List<Persistent> persistent) {
        try {
            awaitAcknowledged(persistent, 10);
            log().crash();
            persistent.forEach(Persistent::forget);
            awaitAcknowledged(persistent, 3);
        } finally {
            persistent.forEach(Persistent::stop);
        }
    }

    private static void awaitAcknowledged(List<Persistent> persistent, int each) {
        await().atMost(Callers.PATIENCE).until(() -> persistent.stream().allMatch(caller -> caller.lately() >= each));
    }
}
