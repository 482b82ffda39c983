package dev.baton.deal.ingest;

/// What became of one posted event.
public enum ItemStatus {
    /// It is in the log.
    APPLIED,
    /// It has been in the log since it came first.
    REPLAYED,
    /// It waits for what must come before it.
    PARKED,
    /// Nothing of it is kept; it may be sent again.
    REJECTED
}
