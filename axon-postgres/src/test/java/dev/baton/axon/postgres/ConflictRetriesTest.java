package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;

/// Who is told of a conflict, and who is not.
class ConflictRetriesTest {
    private static final CommandMessage<?> COMMAND = GenericCommandMessage.asCommandMessage("command");

    private final ConflictRetries retries = new ConflictRetries();

    @Test
    void a_command_that_the_database_ended_in_favour_of_another_is_sent_again() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        assertThat(retries.scheduleRetry(
                        COMMAND, new CannotAcquireLockException("deadlock detected"), List.of(), sent::countDown))
                .isTrue();
        assertThat(sent.await(120, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_command_that_the_rows_refuse_is_not_sent_again() {
        assertThat(retries.scheduleRetry(COMMAND, new DataIntegrityViolationException("not so"), List.of(), () -> {}))
                .isFalse();
    }
}
