package dev.baton.axon.postgres.conformance;

import java.time.Duration;
import java.util.List;

/// One process's engine on a log that others append to as well.
public interface LogUnderTest extends AutoCloseable {

    /// All of them or none, as one commit.
    Answer append(List<Fact> facts);

    default Answer append(Fact... facts) {
        return append(List.of(facts));
    }

    /// Begins an append as [#append] does, and takes it back.
    void appendInVain(List<Fact> facts);

    /// In the order of the stream.
    List<Fact> stream(String stream);

    /// In the order of the log.
    List<Placed> after(long position, int limit);

    /// 0 when the log is empty.
    long last();

    /// Until there is something after the position, or the time is over.
    void awaitAfter(long position, Duration atMost);

    /// Until it is closed nobody's commit comes to its end.
    Stall stall();

    /// Whatever is not durable is lost. Returns when the log can be read again.
    void crash();

    /// @throws AssertionError when the log does not stand up to its own proof
    void requireProof();

    @Override
    void close();

    /// A hold on all commits.
    interface Stall extends AutoCloseable {
        @Override
        void close();
    }
}
