package dev.baton.benchmarks.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The directory that a run works in, for one run at a time: its server's data, its workers' logs.
final class Scratch implements AutoCloseable {
    private final Path root;
    private final FileChannel lock;

    private Scratch(Path root, FileChannel lock) {
        this.root = root;
        this.lock = lock;
    }

    /// Stops the server of a run that was killed, and begins empty.
    static Scratch at(Path root) throws IOException, InterruptedException {
        Files.createDirectories(root);
        FileChannel lock = FileChannel.open(root.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        @Nullable FileLock held = lock.tryLock();
        if (held == null) {
            lock.close();
            throw new IOException("another run of bench works in " + root);
        }
        Scratch scratch = new Scratch(root, lock);
        scratch.stopStray();
        delete(scratch.postgres());
        return scratch;
    }

    Path root() {
        return root;
    }

    Path postgres() {
        return root.resolve("postgres");
    }

    Path file(String name) {
        return root.resolve(name);
    }

    private void stopStray() throws IOException, InterruptedException {
        Path pid = postgres().resolve("postmaster.pid");
        if (Files.exists(pid)) {
            String first = Files.readAllLines(pid).getFirst().strip();
            var stray = ProcessHandle.of(Long.parseLong(first)).filter(Scratch::isPostgres);
            if (stray.isPresent()) {
                stop(stray.get());
            }
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .map(command -> command.endsWith("postgres"))
                .orElse(false);
    }

    private static void stop(ProcessHandle process) throws InterruptedException {
        var children = process.children().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException stillThere) {
            throw new IllegalStateException("PostgreSQL " + process.pid() + " of an earlier run does not end");
        }
    }

    static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files.sorted(Comparator.reverseOrder())::iterator) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
        delete(postgres());
    }
}
