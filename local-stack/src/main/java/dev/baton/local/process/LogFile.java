package dev.baton.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A log that a process appends to by itself, kept below a size: it is copied to `.1` and emptied.
/// The writer goes on at the new end, since it appends.
public record LogFile(Path path) {
    private static final long LARGEST = 32L * 1024 * 1024;

    public ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.appendTo(path.toFile());
    }

    public void keepSmall() {
        try {
            if (Files.exists(path) && Files.size(path) > LARGEST) {
                Files.copy(path, path.resolveSibling(path.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
                FileChannel.open(path, StandardOpenOption.WRITE).truncate(0).close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot shorten " + path, failure);
        }
    }
}
