package dev.baton.benchmarks.visible;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The running stack, as its data directory describes it.
///
/// @param state `baton.json`
/// @param credentials `credentials.json`
public record Stack(JsonNode state, JsonNode credentials) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// @throws NotRunning when nothing was ever started there
    public static Stack of(Path data) throws IOException {
        Path state = data.resolve("baton.json");
        if (!Files.exists(state)) {
            throw new NotRunning(data);
        }
        return new Stack(JSON.readTree(state), JSON.readTree(data.resolve("credentials.json")));
    }

    public String url(String process) {
        return StreamSupport.stream(state.path("processes").spliterator(), false)
                .filter(known -> known.path("name").asString().equals(process))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no process " + process))
                .path("url")
                .asString();
    }

    /// JDBC URL of one of the services' databases.
    String database(String name) {
        String server = url("postgres");
        return server.substring(0, server.lastIndexOf('/') + 1) + name;
    }

    /// Of every process that runs.
    public List<Long> pids() {
        return StreamSupport.stream(state.path("processes").spliterator(), false)
                .map(known -> known.path("process").path("pid"))
                .filter(JsonNode::isNumber)
                .map(JsonNode::asLong)
                .toList();
    }

    public String kafka() {
        return state.path("kafka").asString();
    }

    public String issuer() {
        return state.path("issuer").asString();
    }

    String databasePassword(String role) {
        return credentials.path("database").path(role).asString();
    }

    public String clientSecret(String client) {
        return credentials.path("clients").path(client).asString();
    }

    public static final class NotRunning extends IOException {
        NotRunning(Path data) {
            super("Baton was never started on " + data + "; try ./baton up --detach first");
        }
    }
}
