package dev.baton.local.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Passwords and client secrets of this data directory, made at the first start and kept.
///
/// @param database password by database role
/// @param clients secret by OAuth client
/// @param people password by demo person, for the console's sign-in form
public record Credentials(Map<String, String> database, Map<String, String> clients, Map<String, String> people) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final SecureRandom RANDOM = new SecureRandom();

    public Credentials {
        database = new TreeMap<>(database);
        clients = new TreeMap<>(clients);
        people = new TreeMap<>(people);
    }

    public static Credentials read(Path file) throws IOException {
        return Files.exists(file)
                ? JSON.readValue(Files.readString(file), Credentials.class)
                : new Credentials(Map.of(), Map.of(), Map.of());
    }

    public void write(Path file) throws IOException {
        PrivateFile.write(file, JSON.writeValueAsString(this) + "\n");
    }

    /// These and a new one for every name that has none yet.
    public Credentials completed(Collection<String> roles, Collection<String> clientIds, Collection<String> persons) {
        return new Credentials(complete(database, roles), complete(clients, clientIds), complete(people, persons));
    }

    public String databasePassword(String role) {
        return Objects.requireNonNull(database.get(role), () -> "no password for database role " + role);
    }

    public String clientSecret(String client) {
        return Objects.requireNonNull(clients.get(client), () -> "no secret for client " + client);
    }

    public String personPassword(String person) {
        return Objects.requireNonNull(people.get(person), () -> "no password for " + person);
    }

    private static Map<String, String> complete(Map<String, String> known, Collection<String> names) {
        Map<String, String> all = new TreeMap<>(known);
        names.forEach(name -> all.computeIfAbsent(name, missing -> random()));
        return all;
    }

    private static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
