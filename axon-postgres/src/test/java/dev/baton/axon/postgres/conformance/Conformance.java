package dev.baton.axon.postgres.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.TestInstance;

/// What every theme of the suite starts from: two processes on one log, which may hold the events
/// of earlier tests.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public interface Conformance {

    LogUnderTest log();

    /// Another process on the same log.
    LogUnderTest neighbour();

    @AfterEach
    default void the_log_stands_up_to_its_proof() {
        log().requireProof();
    }

    /// The log after a position, which must be all there: dense, and no position twice.
    default List<Placed> denseAfter(long before) {
        List<Placed> read = log().after(before, Integer.MAX_VALUE);
        assertThat(read)
                .extracting(Placed::position)
                .containsExactlyElementsOf(LongStream.rangeClosed(before + 1, before + read.size())
                        .boxed()
                        .toList());
        return read;
    }
}
