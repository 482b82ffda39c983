package dev.baton.deal.parked;

import dev.baton.axon.postgres.EventLog;
import dev.baton.axon.postgres.StoredEvent;
import dev.baton.contract.StreamId;
import dev.baton.deal.claim.ParkedEvents;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Follows the log and applies what waited for the deals that moved. It keeps no place in the log: at each start it
/// looks at everything that waits, and follows from the log's end as it was just before.
public final class WhenDealAdvancesThenApplyParked implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(WhenDealAdvancesThenApplyParked.class);
    private static final Duration IDLE = Duration.ofSeconds(1);
    private static final int PAGE = 1_000;

    private final EventLog log;
    private final ParkedEvents parked;
    private final ParkedDeals deals;
    private final Clock clock;
    private Instant looked = Instant.EPOCH;
    private volatile boolean running;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread thread;

    public WhenDealAdvancesThenApplyParked(EventLog log, ParkedEvents parked, ParkedDeals deals, Clock clock) {
        this.log = log;
        this.parked = parked;
        this.deals = deals;
        this.clock = clock;
    }

    @Override
    public synchronized void start() {
        running = true;
        stopping = new CountDownLatch(1);
        thread = Thread.ofVirtual().name("apply-parked").start(this::live);
    }

    @Override
    public synchronized void stop() {
        running = false;
        stopping.countDown();
        if (thread != null) {
            thread.interrupt();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void live() {
        while (running) {
            try {
                follow();
            } catch (RuntimeException failure) {
                if (running) {
                    LOG.warn("applying parked events begins again: {}", failure.toString());
                    pause();
                }
            }
        }
    }

    private void follow() {
        long position = log.lastPosition();
        parked.deals().forEach(deals::drain);
        while (running) {
            position = next(position);
        }
    }

    private long next(long position) {
        lookOnceASecond();
        if (!log.awaitAfter(position, IDLE)) {
            return position;
        }
        List<StoredEvent> events = log.readAfter(position, PAGE);
        if (events.isEmpty()) {
            return position;
        }
        parked.waitingAmong(dealsOf(events)).forEach(deals::drain);
        return events.getLast().position();
    }

    /// However busy the log is.
    private void lookOnceASecond() {
        Instant now = clock.instant();
        if (now.isAfter(looked.plus(IDLE))) {
            deals.giveUpExpired(now);
            deals.drainUnfinished();
            looked = now;
        }
    }

    private static Set<String> dealsOf(List<StoredEvent> events) {
        return events.stream()
                .map(StoredEvent::stream)
                .filter(stream -> stream.kind().equals(StreamId.DEAL))
                .map(StreamId::id)
                .collect(Collectors.toSet());
    }

    /// Ends at once when the service stops.
    private void pause() {
        try {
            boolean stopped = stopping.await(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            LOG.trace("stopped: {}", stopped);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }
}
