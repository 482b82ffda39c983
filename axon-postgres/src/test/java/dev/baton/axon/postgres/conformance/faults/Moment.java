package dev.baton.axon.postgres.conformance.faults;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/// The time that a disk or a network takes, in which the others come in between.
final class Moment {
    private static final long LONGEST = Duration.ofMillis(1).toNanos();

    private Moment() {}

    static void pass() {
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST));
    }
}
