package dev.baton.deal.aggregate;

/// The deal has moved on since its version was read.
public final class VersionPassed extends RuntimeException {
    private final long actual;

    VersionPassed(long expected, long actual) {
        super("the deal is at version " + actual + ", not " + expected, null, false, false);
        this.actual = actual;
    }

    public long actual() {
        return actual;
    }
}
