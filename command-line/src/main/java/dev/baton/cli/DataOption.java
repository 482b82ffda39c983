package dev.baton.cli;

import dev.baton.cli.landscape.Landscape;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// `--data`, which stack is meant.
public final class DataOption {
    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Data directory of the stack (default: data beside the script).")
    @Nullable
    Path directory;

    public Landscape landscape() throws IOException {
        return Landscape.of(
                directory == null ? usual() : directory.toAbsolutePath().normalize());
    }

    /// Of a command and the one that it belongs to: whichever was told where.
    public DataOption or(DataOption parent) {
        return directory == null ? parent : this;
    }

    private static Path usual() {
        return Path.of(System.getProperty("baton.home", "."))
                .toAbsolutePath()
                .normalize()
                .resolve("data");
    }
}
