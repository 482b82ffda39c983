package dev.baton.axon.postgres;

import java.util.concurrent.atomic.AtomicInteger;

/// Lets a handler fail at its very end, as often as asked.
class Fate {
    private final AtomicInteger strikes = new AtomicInteger();
    private final AtomicInteger struck = new AtomicInteger();

    void willStrike(int times) {
        strikes.set(times);
    }

    int struck() {
        return struck.get();
    }

    void strike() {
        if (strikes.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            struck.incrementAndGet();
            throw new IllegalStateException("struck by fate");
        }
    }
}
