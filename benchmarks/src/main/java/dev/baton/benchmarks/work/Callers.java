package dev.baton.benchmarks.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Callers that each send one request after the other, without a pause: virtual threads, like the
/// requests of a service.
public final class Callers {
    private final AppendContender contender;
    private final Deals deals;
    private final Acknowledged acknowledged;

    public Callers(AppendContender contender, Deals deals, Acknowledged acknowledged) {
        this.contender = contender;
        this.deals = deals;
        this.acknowledged = acknowledged;
    }

    public Turn during(int callers, Duration duration) throws InterruptedException {
        long begin = System.nanoTime();
        return turn(callers, begin, begin + duration.toNanos(), Long.MAX_VALUE);
    }

    /// For checks: so many commands, however long they take.
    public Turn commands(int callers, long each) throws InterruptedException {
        long begin = System.nanoTime();
        return turn(callers, begin, begin + Duration.ofDays(1).toNanos(), each);
    }

    private Turn turn(int count, long begin, long deadline, long each) throws InterruptedException {
        List<Caller> callers = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(count);
        for (int i = 0; i < count; i++) {
            Caller caller = new Caller(deadline, each);
            callers.add(caller);
            Thread.ofVirtual().start(() -> {
                caller.run();
                ended.countDown();
            });
        }
        ended.await();
        double seconds = (System.nanoTime() - begin) / 1e9;
        callers.forEach(caller -> acknowledged.add(caller.numbers));
        return summary(callers, seconds);
    }

    private static Turn summary(List<Caller> callers, double seconds) {
        long[] sorted = Latencies.sorted(
                callers.stream().map(caller -> caller.latencies).toList());
        return new Turn(
                sorted.length,
                callers.stream().mapToLong(caller -> caller.failed).sum(),
                seconds,
                Latencies.percentile(sorted, 50),
                Latencies.percentile(sorted, 99),
                Latencies.percentile(sorted, 100),
                callers.stream()
                        .map(caller -> caller.failure.get())
                        .filter(failure -> failure != null)
                        .findFirst()
                        .orElse(null));
    }

    private final class Caller implements Runnable {
        private final long deadline;
        private final long each;
        private final Latencies latencies = new Latencies();
        private final BitSet numbers = new BitSet();
        private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
        private long failed;

        Caller(long deadline, long each) {
            this.deadline = deadline;
            this.each = each;
        }

        @Override
        public void run() {
            long begin = System.nanoTime();
            for (long sent = 0; sent < each && begin - deadline < 0; sent++) {
                once(begin);
                begin = System.nanoTime();
            }
        }

        private void once(long begin) {
            Request request = deals.next(ThreadLocalRandom.current().nextInt());
            try {
                contender.advance(request);
                latencies.add(System.nanoTime() - begin);
                numbers.set(Math.toIntExact(request.number()));
            } catch (Exception e) {
                failed++;
                failure.compareAndSet(null, e.toString());
            }
        }
    }
}
