package dev.baton.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// The script `./baton`, used as a person uses it, on a data directory of its own.
record Baton(Path home, Path data) {
    private static final Map<String, Api> CLIENTS = new ConcurrentHashMap<>();
    private static final Duration SHORT = Duration.ofMinutes(5);

    /// On `target/<name>`, emptied of what an earlier run left, with nothing of it running any more.
    static Baton fresh(String name) {
        Baton baton = on(module().resolve("target").resolve(name));
        if (Files.exists(baton.data())) {
            baton.run("down");
            Trees.delete(baton.data());
        }
        return baton;
    }

    static Baton on(Path data) {
        return new Baton(module().getParent(), data.toAbsolutePath());
    }

    private static Path module() {
        return Path.of(System.getProperty("basedir", ".")).toAbsolutePath().normalize();
    }

    Outcome run(String... arguments) {
        return run(SHORT, arguments);
    }

    Outcome run(Duration patience, String... arguments) {
        return start(arguments).outcome(patience);
    }

    /// Whatever the command prints goes to a file, so that it can be read while it still runs.
    Running start(String... arguments) {
        List<String> command = new ArrayList<>(List.of(home.resolve("baton").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", data.toString()));
        return start(command);
    }

    Running bash(String script) {
        return start(List.of("bash", "-c", script));
    }

    private Running start(List<String> command) {
        try {
            Path output = Files.createTempFile("baton-", ".out");
            Path errors = Files.createTempFile("baton-", ".err");
            Process process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile())
                    .start();
            return new Running(String.join(" ", command), process, output, errors);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    Status status() {
        return Status.parse(run("status", "--output", "json").output());
    }

    String token(String role) {
        return run("token", role).successful().output().strip();
    }

    /// A service as a client with that role sees it; asked for once, since both stay for an hour.
    Api service(String name, String role) {
        return CLIENTS.computeIfAbsent(
                data + " " + name + " " + role,
                once -> new Api(status().part(name).url(), token(role)));
    }

    record Running(String command, Process process, Path outputFile, Path errorFile) {
        Outcome outcome(Duration patience) {
            try {
                if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " took longer than " + patience + "\n" + outputSoFar());
                }
                return new Outcome(command, process.exitValue(), outputSoFar(), Files.readString(errorFile));
            } catch (InterruptedException | IOException gone) {
                throw new IllegalStateException(gone);
            }
        }

        String outputSoFar() {
            try {
                return Files.readString(outputFile);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    record Outcome(String command, int exit, String output, String errors) {
        Outcome successful() {
            if (exit != 0) {
                throw new AssertionError("exit %d of %s%n%s%n%s".formatted(exit, command, output, errors));
            }
            return this;
        }
    }
}
