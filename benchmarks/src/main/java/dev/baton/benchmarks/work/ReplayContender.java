package dev.baton.benchmarks.work;

import java.time.Duration;

/// One way of building the read model again, from a log that it wrote before. When it is built, the relation
/// [StoryTable#NAME] shows it.
public interface ReplayContender extends AutoCloseable {

    /// Fills the log once.
    ///
    /// @param events at most; a slow contender may take fewer, since it will not come to their end
    void fill(long events) throws Exception;

    /// Empties the read model; not measured.
    void empty() throws Exception;

    /// Builds it from the first event, until it is whole or the time is up.
    ///
    /// @return how many events are in it
    long rebuild(Duration most) throws Exception;

    /// Stops what a rebuild whose time was up would otherwise go on with; not measured.
    default void halt() throws Exception {}

    @Override
    void close() throws Exception;
}
