package dev.baton.benchmarks.work;

import java.time.Duration;

/// One way of building the read model again, from a log that it wrote before.
public interface ReplayContender extends AutoCloseable {

    /// Fills the log with so many events, once.
    void fill(long events) throws Exception;

    /// Empties the read model and builds it again from the first event, until it is whole or the time
    /// is up.
    ///
    /// @return how many events are in it
    long rebuild(Duration most) throws Exception;

    @Override
    void close() throws Exception;
}
