package dev.baton.roles.parking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.InvalidValue;
import java.sql.SQLException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializationException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class FaultTest {
    @Test
    void a_memory_that_cannot_be_read_is_to_be_rebuilt() {
        Throwable failure = new SerializationException("Error while reading", new IllegalStateException("""
                Unrecognized token 'no': was expecting a value
                 at [Source: REDACTED; line: 1, column: 3]"""));
        assertThat(Fault.of(failure)).isEqualTo(Fault.MEMORY);
        assertThat(Fault.MEMORY.cause(failure))
                .isEqualTo("What its saga remembers cannot be read: Unrecognized token 'no': was expecting a value.");
        assertThat(Fault.MEMORY.mend()).contains("Rebuild its memory");
    }

    @Test
    void a_row_that_refuses_is_to_be_put_right() {
        Throwable failure = new IllegalStateException(
                "it fails again",
                new DataIntegrityViolationException("refused", new SQLException("violates slot_within_capacity")));
        assertThat(Fault.of(failure)).isEqualTo(Fault.ROWS);
        assertThat(Fault.ROWS.cause(failure))
                .isEqualTo("The database refuses what would come of it: violates slot_within_capacity.");
    }

    @Test
    void what_its_moment_is_to_blame_for_is_only_to_be_retried() {
        assertThat(Fault.of(new CommandExecutionException("lost", new ConcurrencyException("somebody was faster"))))
                .isEqualTo(Fault.MOMENT);
    }

    @Test
    void anything_else_is_told_in_its_own_words() {
        InvalidValue failure = new InvalidValue("missing", "must not be blank");
        assertThat(Fault.of(failure)).isEqualTo(Fault.RELAY);
        assertThat(Fault.RELAY.cause(failure)).isEqualTo("The relay makes nothing of it: missing must not be blank.");
        assertThat(Fault.RELAY.cause(new IllegalStateException()))
                .isEqualTo("The relay makes nothing of it: IllegalStateException.");
    }
}
