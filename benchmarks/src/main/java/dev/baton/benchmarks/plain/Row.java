package dev.baton.benchmarks.plain;

import dev.baton.benchmarks.work.Request;
import dev.baton.benchmarks.work.Transition;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/// A row of Baton's table `event` that is about to be written, but for its place in the log.
public record Row(
        UUID id,
        String stream,
        long sequence,
        String type,
        String payload,
        String metadata,
        Instant occurredAt,
        String source) {
    private static final String METADATA = "{\"actor\":\"bench\"}";
    private static final String SOURCE = "bench";

    static Row of(Request request, long sequence) {
        return new Row(
                randomId(),
                "deal/" + request.deal(),
                sequence,
                Transition.TYPE,
                Transition.of(request, sequence).json(),
                METADATA,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                SOURCE);
    }

    private static UUID randomId() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }

    OffsetDateTime occurred() {
        return occurredAt.atOffset(ZoneOffset.UTC);
    }

    /// As the chain of commits counts it: every field with its length, times in microseconds.
    void addTo(MessageDigest sha) {
        sha.update(bytes(id.getMostSignificantBits()));
        sha.update(bytes(id.getLeastSignificantBits()));
        add(sha, stream);
        sha.update(bytes(sequence));
        add(sha, type);
        add(sha, payload);
        add(sha, metadata);
        sha.update(bytes(ChronoUnit.MICROS.between(Instant.EPOCH, occurredAt)));
        add(sha, source);
    }

    private static void add(MessageDigest sha, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        sha.update(bytes(utf8.length));
        sha.update(utf8);
    }

    static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }
}
