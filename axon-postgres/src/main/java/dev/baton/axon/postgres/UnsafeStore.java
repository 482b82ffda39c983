package dev.baton.axon.postgres;

/// Why this service must not start: what it confirmed could be lost, or its log is not what was
/// written.
public final class UnsafeStore extends RuntimeException {
    public UnsafeStore(String sentence) {
        super(sentence);
    }
}
