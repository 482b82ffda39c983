package dev.baton.compose;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The files that Docker would read.
final class Project {
    static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    static final Path COMPOSE = ROOT.resolve("docker-compose.yml");
    static final Path EXAMPLE = ROOT.resolve(".env.example");
    static final Path DOCKERFILE = ROOT.resolve("docker/Dockerfile");
    static final Path DATABASES = ROOT.resolve("docker/postgres/databases.sql");
    static final Path HEALTHY = ROOT.resolve("docker/healthy");

    private Project() {}

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// `.env` as `docker/new-env` makes it.
    static Map<String, String> newEnvironment() {
        try {
            Process script =
                    new ProcessBuilder("sh", ROOT.resolve("docker/new-env").toString()).start();
            return variables(new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Map<String, String> example() {
        return variables(text(EXAMPLE));
    }

    private static Map<String, String> variables(String env) {
        Map<String, String> variables = new TreeMap<>();
        env.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(pair -> variables.put(pair[0], pair[1]));
        return variables;
    }

    /// Makes the application jars as the first stage of the image does, but for their time, by which `./baton` tells
    /// whether they are out of date. `BATON_BUILD=never` takes what is there, as it does for `./baton`.
    static void build() throws IOException, InterruptedException {
        if ("never".equals(System.getenv("BATON_BUILD"))) {
            return;
        }
        List<String> command = Dockerfile.read().build().stream()
                .filter(word -> !word.startsWith("-Dproject.build.outputTimestamp="))
                .toList();
        Process build =
                new ProcessBuilder(command).directory(ROOT.toFile()).inheritIO().start();
        if (build.waitFor() != 0) {
            throw new IOException("the build failed");
        }
    }

    /// The application jar of a module, as `./mvnw package` makes it.
    static Path applicationOf(String module) {
        try (Stream<Path> files = Files.list(ROOT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException notBuilt) {
            throw new UncheckedIOException(notBuilt);
        }
    }
}
