package dev.baton.system;

import java.time.Duration;
import java.util.Map;

/// What somebody gets who copies the calls of a document, one after another.
final class DocumentedCalls {
    private static final Map<String, String> PRINTED_PORTS = Map.of(
            "127.0.0.1:8080", "projections-service",
            "127.0.0.1:8081", "deal-service",
            "127.0.0.1:8082", "role-assignment-service");

    private DocumentedCalls() {}

    /// @param document its path in the project
    /// @return everything that was printed; a call that is refused fails the test
    static String of(String document, Baton baton) {
        String script = Readme.of(baton.home().resolve(document)).calls();
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
