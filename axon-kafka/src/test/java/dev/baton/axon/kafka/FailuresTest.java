package dev.baton.axon.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.QueryTimeoutException;

class FailuresTest {
    @Test
    void what_a_stop_cuts_off_is_no_fault_of_the_event() {
        assertThat(Failures.passes(new IllegalStateException("stopped in the middle", new InterruptedException())))
                .isTrue();
    }

    @Test
    void what_the_database_could_not_do_just_now_is_no_fault_of_the_event() {
        assertThat(Failures.passes(new QueryTimeoutException("busy"))).isTrue();
        assertThat(Failures.passes(new IllegalStateException(new SQLException("deadlock", "40P01"))))
                .isTrue();
    }

    @Test
    void all_else_is() {
        assertThat(Failures.passes(new IllegalStateException("no such state"))).isFalse();
        assertThat(Failures.passes(new IllegalStateException(new SQLException("no number", "22P02"))))
                .isFalse();
    }
}
