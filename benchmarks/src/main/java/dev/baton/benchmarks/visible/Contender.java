package dev.baton.benchmarks.visible;

/// One way of making a fact durable and seeing it on the other side.
interface Contender extends AutoCloseable {
    String name();

    /// Sends one event and returns when a reader has it.
    void once() throws Exception;

    @Override
    void close() throws Exception;
}
