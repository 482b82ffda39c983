package dev.baton.axon.postgres.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The simplest engine that conforms: it shows that the suite asks for nothing impossible, and it
/// is what faults are planted into.
public class InMemoryLog implements LogUnderTest {
    /// Held by whoever commits.
    protected final ReentrantLock commit = new ReentrantLock(true);

    protected final List<Placed> log = new CopyOnWriteArrayList<>();

    @Override
    public Answer append(List<Fact> facts) {
        commit.lock();
        try {
            Answer answer = judge(facts);
            if (answer == Answer.ACKNOWLEDGED) {
                place(facts, log.size());
            }
            return answer;
        } finally {
            commit.unlock();
        }
    }

    @Override
    public void appendInVain(List<Fact> facts) {
        commit.lock();
        try {
            judge(facts);
        } finally {
            commit.unlock();
        }
    }

    @Override
    public List<Fact> stream(String stream) {
        return log.stream()
                .map(Placed::fact)
                .filter(fact -> fact.stream().equals(stream))
                .sorted(Comparator.comparingLong(Fact::sequence))
                .toList();
    }

    @Override
    public List<Placed> after(long position, int limit) {
        return log.stream()
                .filter(placed -> placed.position() > position)
                .sorted(Comparator.comparingLong(Placed::position))
                .limit(limit)
                .toList();
    }

    @Override
    public long last() {
        return log.stream().mapToLong(Placed::position).max().orElse(0);
    }

    @Override
    public void awaitAfter(long position, Duration atMost) {
        if (last() <= position) {
            LockSupport.parkNanos(100_000);
        }
    }

    @Override
    public Stall stall() {
        commit.lock();
        return commit::unlock;
    }

    @Override
    public void crash() {}

    @Override
    public void requireProof() {
        assertThat(log.stream().map(Placed::position).sorted())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, log.size()).boxed().toList());
    }

    @Override
    public void close() {}

    protected final Answer judge(List<Fact> facts) {
        Set<UUID> known = log.stream().map(placed -> placed.fact().id()).collect(Collectors.toSet());
        if (!facts.stream().allMatch(fact -> known.add(fact.id()))) {
            return Answer.DUPLICATE;
        }
        Map<String, Long> next =
                log.stream().collect(Collectors.groupingBy(placed -> placed.fact().stream(), Collectors.counting()));
        return facts.stream().allMatch(fact -> fact.sequence() == next.merge(fact.stream(), 1L, Long::sum) - 1)
                ? Answer.ACKNOWLEDGED
                : Answer.CONFLICT;
    }

    /// In one step, as a commit appears.
    protected final void place(List<Fact> facts, long after) {
        log.addAll(IntStream.range(0, facts.size())
                .mapToObj(n -> new Placed(after + 1 + n, facts.get(n)))
                .toList());
    }
}
