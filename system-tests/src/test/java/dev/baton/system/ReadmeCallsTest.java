package dev.baton.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Whoever copies the README's calls gets what the README says.
@Tag("system")
@Order(2)
@ExtendWith(RunningBaton.class)
class ReadmeCallsTest {
    private static final Map<String, String> PRINTED_PORTS = Map.of(
            "127.0.0.1:8080", "projections-service",
            "127.0.0.1:8081", "deal-service",
            "127.0.0.1:8082", "role-assignment-service");

    @Test
    @Order(1)
    void every_call_succeeds_and_events_are_applied(Baton baton) {
        assertThat(runCalls(baton)).contains("APPLIED").doesNotContain("REJECTED", "REPLAYED");
    }

    @Test
    @Order(2)
    void the_same_calls_again_are_replayed(Baton baton) {
        assertThat(runCalls(baton)).contains("REPLAYED").doesNotContain("APPLIED", "REJECTED");
    }

    private static String runCalls(Baton baton) {
        String script = Readme.of(baton.home().resolve("README.md")).calls();
        return baton.bash(adapted(script, baton))
                .outcome(Duration.ofMinutes(5))
                .successful()
                .output();
    }

    /// This system's data directory, and its ports where the usual ones were taken.
    private static String adapted(String script, Baton baton) {
        String adapted = script.replaceAll("(\\./baton \\w+)", "$1 --data '" + baton.data() + "'");
        Status status = baton.status();
        for (var port : PRINTED_PORTS.entrySet()) {
            adapted = adapted.replace(
                    "http://" + port.getKey(), status.part(port.getValue()).url());
        }
        return adapted;
    }
}
