package dev.baton.cli.landscape;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Where Baton's services are, and as whom to speak to them: read from the data directory of a
/// local stack.
///
/// @param issuer the OIDC issuer's URL
/// @param urls base URL by service
/// @param clients secret by OAuth client
public record Landscape(String issuer, Map<String, String> urls, Map<String, String> clients) {
    private static final JsonMapper JSON = new JsonMapper();

    public static Landscape of(Path data) throws IOException {
        JsonNode state = read(data.resolve("baton.json"), data);
        requireThatItRuns(state, data);
        JsonNode credentials = read(data.resolve("credentials.json"), data);
        Map<String, String> urls = new TreeMap<>();
        state.path("processes")
                .forEach(process -> urls.put(
                        process.path("name").asString(), process.path("url").asString()));
        Map<String, String> clients = new TreeMap<>();
        credentials
                .path("clients")
                .properties()
                .forEach(
                        client -> clients.put(client.getKey(), client.getValue().asString()));
        return new Landscape(state.path("issuer").asString(), urls, clients);
    }

    /// What was stopped answers nobody, however often it is asked. A supervisor that was killed
    /// could not write so.
    private static void requireThatItRuns(JsonNode state, Path data) throws IOException {
        if (state.path("phase").asString("").equals("STOPPED")) {
            throw new IOException("Baton is not running on " + data + "; ./baton up starts it");
        }
    }

    private static JsonNode read(Path file, Path data) throws IOException {
        if (!Files.exists(file)) {
            throw new IOException("Baton was never started on " + data + "; ./baton up starts it");
        }
        return JSON.readTree(Files.readString(file));
    }

    public String deals() {
        return url("deal-service");
    }

    public String roles() {
        return url("role-assignment-service");
    }

    public String projections() {
        return url("projections-service");
    }

    public Optional<String> secretOf(String client) {
        return Optional.ofNullable(clients.get(client));
    }

    private String url(String service) {
        return Objects.requireNonNull(urls.get(service), () -> service + " is not part of this stack");
    }
}
