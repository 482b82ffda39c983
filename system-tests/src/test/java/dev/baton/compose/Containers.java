package dev.baton.compose;

import static org.awaitility.Awaitility.await;

import dev.baton.compose.ComposeFile.Container;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/// Starts what the images would start, as processes: the layers that the Dockerfile makes, its entry point, its
/// variables and those of the compose file, and nothing of this process's own.
final class Containers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final Dockerfile DOCKERFILE = Dockerfile.read();

    private final Path directory;
    private final Substitution substitution;
    private final Deque<Process> running = new ArrayDeque<>();

    Containers(Path directory, Substitution substitution) {
        this.directory = directory;
        this.substitution = substitution;
    }

    Process start(Container container) throws IOException, InterruptedException {
        return start(container, Map.of());
    }

    /// @param otherwise variables that differ from the file
    Process start(Container container, Map<String, String> otherwise) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(DOCKERFILE.entrypoint());
        command.set(0, java());
        command.addAll(substitution.of(container.command()));
        Map<String, String> environment = new TreeMap<>(environment(container));
        environment.putAll(otherwise);
        return start(container.name(), command, image(container.module()), environment);
    }

    Process start(String name, List<String> command, Path where, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(name).toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.push(process);
        return process;
    }

    /// As the image's own check finds out.
    void awaitHealthy(Container container, Process process) {
        await().atMost(PATIENCE).until(() -> {
            if (!process.isAlive()) {
                throw new AssertionError(container.name() + " ended:\n" + said(container.name()));
            }
            return healthy(container);
        });
    }

    String said(String name) throws IOException {
        return Files.readString(log(name));
    }

    private boolean healthy(Container container) throws IOException, InterruptedException {
        ProcessBuilder check = new ProcessBuilder("bash", Project.HEALTHY.toString());
        check.environment().putAll(environment(container));
        Process process = check.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    private Map<String, String> environment(Container container) {
        Map<String, String> environment = new TreeMap<>(DOCKERFILE.environment());
        environment.putAll(substitution.of(container.environment()));
        environment.put("SERVER_ADDRESS", "127.0.0.1");
        return environment;
    }

    private Path log(String name) {
        return directory.resolve(name + ".log");
    }

    /// The working directory of a module's image.
    private Path image(String module) throws IOException, InterruptedException {
        Path image = directory.resolve("image-" + module);
        if (!Files.exists(image)) {
            extract(module);
            for (String layer : DOCKERFILE.layers()) {
                copy(layers(module).resolve(layer), image);
            }
        }
        return image;
    }

    private Path layers(String module) {
        return directory.resolve("layers-" + module);
    }

    private void extract(String module) throws IOException, InterruptedException {
        Path jar = Files.createDirectories(directory.resolve("jar-" + module)).resolve("app.jar");
        Files.copy(Project.applicationOf(module), jar, StandardCopyOption.REPLACE_EXISTING);
        List<String> command = DOCKERFILE.extraction().stream()
                .map(word -> word.equals("java") ? java() : word)
                .map(word -> word.equals("/app.jar") ? jar.toString() : word)
                .map(word -> word.equals("/layers") ? layers(module).toString() : word)
                .toList();
        Process extraction = new ProcessBuilder(command).inheritIO().start();
        if (extraction.waitFor() != 0) {
            throw new IOException("cannot extract " + jar);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.move(file, copy);
                }
            }
        }
    }

    static String java() {
        return System.getProperty("java.home") + File.separator + "bin" + File.separator + "java";
    }

    @Override
    public void close() throws InterruptedException {
        running.forEach(Process::destroy);
        for (Process process : running) {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
    }
}
