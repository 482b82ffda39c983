package dev.baton.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// How the worker of a room is started: every contender with the same options. Half of the heap is for what is young:
/// requests leave little behind, and with a third of it the pauses of the collector met one command in a hundred.
@FunctionalInterface
public interface Launch {
    List<String> OPTIONS = List.of(
            "-Xms512m",
            "-Xmx512m",
            "-Xmn256m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=UTC",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /// @throws NotBuilt when the room's program is missing
    List<String> command(String room) throws IOException;

    /// The programs that the build packages, below the project's root.
    static Launch packaged(Path home) {
        return room -> {
            List<String> command = java();
            command.addAll(List.of(
                    "-jar", program(home.resolve(room).resolve("target")).toString(), "worker"));
            return command;
        };
    }

    static List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        return command;
    }

    static Path program(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            throw new NotBuilt(target);
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-app.jar"))
                    .findFirst()
                    .orElseThrow(() -> new NotBuilt(target));
        }
    }

    final class NotBuilt extends IOException {
        NotBuilt(Path target) {
            super("nothing is built in " + target);
        }
    }
}
