package dev.baton.system;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What `baton status --output json` says.
record Status(String phase, String issuer, String analytics, List<Part> parts) {
    private static final JsonMapper JSON = new JsonMapper();

    /// @param pid 0 while the process is not running
    record Part(String name, String url, String health, long pid, int restarts) {
        boolean isUp() {
            return health.equals("UP");
        }
    }

    static Status parse(String json) {
        JsonNode status = JSON.readTree(json);
        return new Status(
                status.path("phase").asString(),
                status.path("issuer").asString(),
                status.path("analytics").asString(),
                StreamSupport.stream(status.path("processes").spliterator(), false)
                        .map(Status::part)
                        .toList());
    }

    private static Part part(JsonNode process) {
        return new Part(
                process.path("name").asString(),
                process.path("url").asString(),
                process.path("health").asString(),
                process.path("process").path("pid").asLong(0),
                process.path("restarts").asInt());
    }

    boolean isUp() {
        return phase.equals("READY") && parts.stream().allMatch(Part::isUp);
    }

    Part part(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException(name + " is not among " + parts));
    }
}
