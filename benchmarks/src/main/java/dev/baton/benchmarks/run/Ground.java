package dev.baton.benchmarks.run;

import dev.baton.benchmarks.visible.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Kafka and the issuer for those contenders that need them, started as `./baton up` starts them, on a data directory
/// of the run's own. Its PostgreSQL lies idle: all contenders work on the run's.
///
/// @param data null where nothing was started
record Ground(@Nullable Path data, List<String> launcher, Path log, List<ProcessHandle> processes)
        implements AutoCloseable {
    private static final String ROOM = "local-stack";
    private static final int PATIENCE_SECONDS = 120;

    /// Nothing, when no contender needs it. What a killed run left behind is stopped and forgotten first.
    static Ground of(Settings settings, Scratch scratch, List<Contestant> contestants, Turns turns)
            throws IOException, InterruptedException {
        Path log = scratch.file("ground.log");
        if (contestants.stream().anyMatch(Contestant::grounded)) {
            try {
                return started(scratch, launcher(settings.home()), log);
            } catch (IOException absent) {
                turns.note("without Kafka and issuer: " + absent.getMessage());
            }
        }
        return new Ground(null, List.of(), log, List.of());
    }

    private static Ground started(Scratch scratch, List<String> launcher, Path log)
            throws IOException, InterruptedException {
        Path data = scratch.file("ground");
        run(launcher, log, "down", data);
        Scratch.delete(data);
        run(launcher, log, "up", data, "--ground", "--detach");
        return new Ground(data, launcher, log, processes(data));
    }

    private static List<String> launcher(Path home) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Dbaton.home=" + home,
                "-jar",
                Launch.program(home.resolve(ROOM).resolve("target")).toString()));
        return command;
    }

    private static void run(List<String> launcher, Path log, String verb, Path data, String... options)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(launcher);
        command.add(verb);
        command.add("--data=" + data);
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(verb + " took longer than " + PATIENCE_SECONDS + " s; see " + log);
        }
        if (process.exitValue() != 0 && verb.equals("up")) {
            throw new IOException("they did not start; see " + log);
        }
    }

    private static List<ProcessHandle> processes(Path data) throws IOException {
        return Stack.of(data).pids().stream()
                .map(ProcessHandle::of)
                .flatMap(Optional::stream)
                .toList();
    }

    Stream<String> argument() {
        return data == null ? Stream.of() : Stream.of(data.toString());
    }

    @Override
    public void close() throws IOException, InterruptedException {
        if (data != null) {
            run(launcher, log, "down", data);
            Scratch.delete(data);
        }
    }
}
