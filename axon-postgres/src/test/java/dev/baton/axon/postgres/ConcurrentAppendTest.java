package dev.baton.axon.postgres;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.StreamId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Two processes' worth of appenders on one log, some of which roll back, followed by two tails.
class ConcurrentAppendTest extends StoreTest {
    private static final int APPENDERS = 8;
    private static final int COMMITS = 100;

    @Test
    void a_tail_sees_every_event_once_and_in_order_while_many_append() throws Exception {
        try (ConfigurableApplicationContext other = TestService.start(url);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture<Void> done = new CompletableFuture<>();
            Future<List<Long>> own = threads.submit(() -> follow(log, done));
            Future<List<Long>> others = threads.submit(() -> follow(other.getBean(EventLog.class), done));
            List<? extends Future<?>> appenders = IntStream.range(0, APPENDERS)
                    .mapToObj(n -> threads.submit(() -> appendMany(n % 2 == 0 ? service : other)))
                    .toList();
            try {
                for (Future<?> appender : appenders) {
                    appender.get(30, SECONDS);
                }
            } finally {
                done.complete(null);
            }

            long last = log.lastPosition();
            List<Long> dense = LongStream.rangeClosed(1, last).boxed().toList();
            assertThat(last).isGreaterThan(APPENDERS * COMMITS / 2);
            assertThat(own.get(10, SECONDS)).isEqualTo(dense);
            assertThat(others.get(10, SECONDS)).isEqualTo(dense);
            assertThat(chain()).isInstanceOf(ChainVerdict.Intact.class);
        }
    }

    private void appendMany(ConfigurableApplicationContext node) {
        PendingAppends appends = node.getBean(PendingAppends.class);
        TransactionTemplate transactions = new TransactionTemplate(node.getBean(PlatformTransactionManager.class));
        StreamId stream = newStream();
        long sequence = 0;
        for (int commit = 0; commit < COMMITS; commit++) {
            boolean rollBack = ThreadLocalRandom.current().nextInt(10) == 0;
            long from = sequence;
            transactions.executeWithoutResult(status -> {
                appends.add(List.of(counted(stream, from), counted(stream, from + 1)));
                appends.flush();
                if (rollBack) {
                    status.setRollbackOnly();
                }
            });
            sequence = rollBack ? from : from + 2;
        }
    }

    private static List<Long> follow(EventLog log, CompletableFuture<Void> done) {
        List<Long> seen = new ArrayList<>();
        long position = 0;
        while (true) {
            boolean last = done.isDone();
            List<StoredEvent> page = log.readAfter(position, 7);
            page.forEach(event -> seen.add(event.position()));
            if (page.isEmpty() && last) {
                return seen;
            }
            position = seen.isEmpty() ? 0 : seen.getLast();
            log.awaitAfter(position, Duration.ofMillis(50));
        }
    }
}
