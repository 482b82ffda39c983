package dev.baton.axon.kafka.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// What a record says, in 32 bytes: its key, its value and its headers, each behind its length. The order of headers
/// says nothing and differs from one process to the next.
final class RecordDigest {
    private static final Comparator<Header> BY_NAME =
            Comparator.comparing(Header::key).thenComparing(Header::value, Arrays::compare);

    private RecordDigest() {}

    static byte[] of(byte @Nullable [] key, Headers headers, byte @Nullable [] value) {
        var sha = sha256();
        add(sha, key);
        Arrays.stream(headers.toArray()).sorted(BY_NAME).forEach(header -> {
            add(sha, header.key().getBytes(UTF_8));
            add(sha, header.value());
        });
        add(sha, value);
        return sha.digest();
    }

    private static void add(MessageDigest sha, byte @Nullable [] bytes) {
        sha.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(bytes == null ? -1 : bytes.length)
                .flip());
        if (bytes != null) {
            sha.update(bytes);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
