package dev.baton.benchmarks.work;

/// One way of carrying out commands durably.
public interface AppendContender extends AutoCloseable {

    /// Appends the deal's next transition and returns when it is durable; called by many threads.
    ///
    /// @return its sequence in the deal's stream, from 0
    long advance(Request request) throws Exception;

    @Override
    void close() throws Exception;
}
