package dev.baton.local.command;

import dev.baton.local.state.DataDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--data`, where everything is kept.
final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Directory of databases, logs and credentials (default: data beside the script).")
    @Nullable
    Path directory;

    DataDirectory directory() {
        return new DataDirectory(directory == null ? home().resolve("data") : directory);
    }

    /// The project's directory, told by the script.
    static Path home() {
        return Path.of(System.getProperty("baton.home", ".")).toAbsolutePath().normalize();
    }
}
