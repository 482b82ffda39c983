package dev.baton.benchmarks.work;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;

/// The numbers of the requests that were answered with success.
public final class Acknowledged {
    private final BitSet numbers = new BitSet();

    public synchronized void add(BitSet more) {
        numbers.or(more);
    }

    public synchronized BitSet numbers() {
        return (BitSet) numbers.clone();
    }

    public void writeTo(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (long word : numbers().toLongArray()) {
                out.writeLong(word);
            }
        }
    }

    public static BitSet readFrom(Path file) throws IOException {
        LongBuffer words = ByteBuffer.wrap(Files.readAllBytes(file)).asLongBuffer();
        return BitSet.valueOf(words);
    }
}
