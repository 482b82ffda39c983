package dev.baton.local.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The one directory that holds everything the local stack writes.
public record DataDirectory(Path root) {
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    public Path stateFile() {
        return root.resolve("baton.json");
    }

    public Path credentialsFile() {
        return root.resolve("credentials.json");
    }

    public Path signingKeyFile() {
        return root.resolve("issuer-key.json");
    }

    public Path lockFile() {
        return root.resolve("supervisor.lock");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path kafka() {
        return root.resolve("kafka");
    }

    /// What can be made again at any time: unpacked binaries and copies of the application jars.
    public Path runtime() {
        return root.resolve("runtime");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public DataDirectory create() throws IOException {
        Files.createDirectories(logs());
        Files.createDirectories(runtime());
        return this;
    }
}
