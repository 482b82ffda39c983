package dev.baton.local.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Ports that a stack of this machine has been given and may not listen on yet: a service comes up
/// long after its port was chosen, and another stack may be choosing meanwhile. The locks last as
/// long as this process.
final class Reservations {
    /// Out of the garbage collector's reach, which would close the files and with them the locks.
    private static final List<FileLock> HELD = new CopyOnWriteArrayList<>();

    private final Path directory;

    Reservations(Path directory) {
        this.directory = directory;
    }

    static Reservations ofThisMachine() {
        String user = System.getProperty("user.name");
        return new Reservations(Path.of(System.getProperty("java.io.tmpdir"), "baton-ports-" + user));
    }

    /// False when another stack has it.
    boolean reserve(int port) {
        try {
            Files.createDirectories(directory);
            FileChannel channel =
                    FileChannel.open(directory.resolve("" + port), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return keep(channel);
        } catch (IOException | OverlappingFileLockException unavailable) {
            return false;
        }
    }

    private boolean keep(FileChannel channel) throws IOException {
        FileLock lock = channel.tryLock();
        if (lock == null) {
            channel.close();
            return false;
        }
        HELD.add(lock);
        return true;
    }
}
