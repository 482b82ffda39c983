package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.StreamId;
import dev.baton.web.edge.problem.Problem;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;

class LogProblemsTest {
    private static final SQLException CAUSE = new SQLException("away", "08006");

    static Stream<Arguments> failuresThatPass() {
        return Stream.of(
                Arguments.of(new LogOverloaded(2048), "log-overloaded"),
                Arguments.of(new LogUnavailable(CAUSE), "store-unavailable"),
                Arguments.of(new OutcomeUnknown(CAUSE), "outcome-unknown"),
                Arguments.of(new ConcurrencyException("somebody else appended first"), "store-contended"),
                Arguments.of(new AggregateStreamCreationException("somebody else began it"), "store-contended"),
                Arguments.of(new CannotAcquireLockException("somebody else has it"), "store-contended"),
                Arguments.of(new LockAcquisitionFailedException("somebody else has it"), "store-contended"));
    }

    @ParameterizedTest
    @MethodSource("failuresThatPass")
    void whoever_meets_what_passes_is_told_when_to_come_again(Throwable failure, String code) {
        Problem problem = new LogProblems().translate(failure).orElseThrow();
        assertThat(problem.status()).isEqualTo(503);
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.members()).containsEntry("retryAfterSeconds", 1);
    }

    @Test
    void what_is_too_large_for_the_log_is_said_with_its_size() {
        EventTooLarge large = new EventTooLarge(StreamId.deal("d"), "baton.deal.offer-made.v1", 9_000_000);
        assertThat(new LogProblems().translate(large)).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(413);
            assertThat(problem.code()).isEqualTo("event-too-large");
            assertThat(problem.detail()).contains("deal/d", "9000000", "8000000");
        });
    }

    @Test
    void what_is_not_the_logs_is_left_to_others() {
        assertThat(new LogProblems().translate(new IllegalStateException())).isEmpty();
    }
}
