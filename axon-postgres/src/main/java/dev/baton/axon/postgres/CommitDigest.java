package dev.baton.axon.postgres;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a commit row proves of its events, byte by byte:
///
/// - contents = sha256 over the events in order, each field length-prefixed, texts in UTF-8, times
///   in microseconds since 1970
/// - digest = sha256(contents || first position || commit time)
/// - hash = sha256(previous hash || digest)
///
/// Position and time enter last, so that they can be added where the log's lock is held, even in
/// SQL.
final class CommitDigest {
    /// What the first commit of a log follows.
    static final byte[] GENESIS = new byte[32];

    private CommitDigest() {}

    /// Of a commit's events, which are added one by one.
    static final class Contents {
        private final MessageDigest sha = sha256();

        void add(NewEvent event) {
            CommitDigest.add(sha, event);
        }

        byte[] end() {
            return sha.digest();
        }
    }

    static byte[] digest(byte[] contents, long firstPosition, Instant committedAt) {
        MessageDigest sha = sha256();
        sha.update(contents);
        sha.update(bytes(firstPosition));
        sha.update(bytes(micros(committedAt)));
        return sha.digest();
    }

    static byte[] hash(byte[] previousHash, byte[] digest) {
        MessageDigest sha = sha256();
        sha.update(previousHash);
        sha.update(digest);
        return sha.digest();
    }

    static byte[] contents(List<NewEvent> events) {
        Contents contents = new Contents();
        events.forEach(contents::add);
        return contents.end();
    }

    private static void add(MessageDigest sha, NewEvent event) {
        sha.update(bytes(event.id().getMostSignificantBits()));
        sha.update(bytes(event.id().getLeastSignificantBits()));
        add(sha, event.stream().toString());
        sha.update(bytes(event.sequence()));
        add(sha, event.type());
        add(sha, event.payload());
        add(sha, event.metadata());
        sha.update(bytes(micros(event.occurredAt())));
        add(sha, event.source());
    }

    private static void add(MessageDigest sha, String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        sha.update(bytes(utf8.length));
        sha.update(utf8);
    }

    private static byte[] bytes(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
