package dev.baton.axon.postgres.conformance;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/// A reader that goes from position to position misses nothing, and meets nothing twice.
public interface Tailing extends Conformance {
    int APPENDERS = 8;
    int COMMITS = 60;

    @Test
    default void a_tail_sees_every_event_once_and_in_order_while_several_processes_append() throws Exception {
        long before = log().last();
        CompletableFuture<Void> done = new CompletableFuture<>();
        try (Callers people = new Callers()) {
            var own = people.call(() -> follow(log(), before, done));
            var others = people.call(() -> follow(neighbour(), before, done));
            try {
                Callers.all(IntStream.range(0, APPENDERS)
                        .mapToObj(n -> people.call(() -> appendMany(n % 2 == 0 ? log() : neighbour(), n))));
            } finally {
                done.complete(null);
            }
            List<Long> dense =
                    LongStream.rangeClosed(before + 1, log().last()).boxed().toList();
            assertThat(dense).hasSizeGreaterThan(APPENDERS * COMMITS);
            assertThat(own.get(Callers.PATIENCE.toSeconds(), SECONDS)).isEqualTo(dense);
            assertThat(others.get(Callers.PATIENCE.toSeconds(), SECONDS)).isEqualTo(dense);
        }
    }

    /// One commit in ten is taken back.
    private static boolean appendMany(LogUnderTest node, long seed) {
        Random random = new Random(seed);
        String stream = Fact.newStream();
        long next = 0;
        for (int commit = 0; commit < COMMITS; commit++) {
            List<Fact> facts = List.of(Fact.at(stream, next), Fact.at(stream, next + 1));
            if (random.nextInt(10) == 0) {
                node.appendInVain(facts);
            } else {
                assertThat(node.append(facts)).isEqualTo(Answer.ACKNOWLEDGED);
                next += 2;
            }
        }
        return true;
    }

    private static List<Long> follow(LogUnderTest node, long before, CompletableFuture<Void> done) {
        List<Long> seen = new ArrayList<>();
        long position = before;
        while (true) {
            boolean last = done.isDone();
            List<Placed> page = node.after(position, 7);
            page.forEach(placed -> seen.add(placed.position()));
            if (page.isEmpty() && last) {
                return seen;
            }
            position = page.isEmpty() ? position : page.getLast().position();
            node.awaitAfter(position, Duration.ofMillis(20));
        }
    }
}
