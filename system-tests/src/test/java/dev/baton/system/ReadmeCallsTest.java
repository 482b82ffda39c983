package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever copies the README's calls gets what the README says.
@Tag("system")
@Order(2)
@ExtendWith(RunningBaton.class)
class ReadmeCallsTest {
    private static final String README = "README.md";

    @Test
    @Order(1)
    void every_call_succeeds_and_events_are_applied(Baton baton) {
        assertThat(DocumentedCalls.of(README, baton)).contains("APPLIED").doesNotContain("REJECTED", "REPLAYED");
    }

    @Test
    @Order(2)
    void the_same_calls_again_are_replayed(Baton baton) {
        assertThat(DocumentedCalls.of(README, baton)).contains("REPLAYED").doesNotContain("APPLIED", "REJECTED");
    }
}
