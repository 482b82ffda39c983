package dev.baton.benchmarks.probe;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// How many times a second the disk confirms a written page, one after the other: what a commit of
/// PostgreSQL waits for.
public final class FsyncRate {
    private static final int PAGE = 8192;
    private static final int PAGES = 256;
    private static final Duration WINDOW = Duration.ofMillis(300);

    private final Path file;

    public FsyncRate(Path directory) {
        file = directory.resolve("fsync-probe");
    }

    public double perSecond() throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            allocate(channel);
            long begin = System.nanoTime();
            long done = 0;
            while (System.nanoTime() - begin < WINDOW.toNanos()) {
                channel.write(ByteBuffer.allocate(PAGE), done % PAGES * PAGE);
                channel.force(false);
                done++;
            }
            return done / ((System.nanoTime() - begin) / 1e9);
        }
    }

    private static void allocate(FileChannel channel) throws IOException {
        if (channel.size() < (long) PAGES * PAGE) {
            channel.write(ByteBuffer.allocate(PAGES * PAGE), 0);
            channel.force(true);
        }
    }
}
