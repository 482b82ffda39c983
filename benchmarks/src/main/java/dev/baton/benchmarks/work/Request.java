package dev.baton.benchmarks.work;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/// One command: the next transition of a deal, asked for once under its own number.
///
/// @param number counts the requests of a run; it stands in the event, so that what was acknowledged
///     can be looked for in the table
/// @param first whether nothing was asked of the deal before: where several ask at the same time, another request may
///     still come before it
public record Request(long number, String deal, boolean first) {
    public static final String SCOPE = "bench";

    /// The Idempotency-Key: scattered over the index, as the keys of many clients are.
    public String key() {
        return new UUID(scattered(number), number).toString();
    }

    public static long numberOf(String key) {
        return UUID.fromString(key).getLeastSignificantBits();
    }

    /// What tells a repetition from another request under the same key.
    public String digest() {
        byte[] asked = ("/advance\n" + deal + "\n" + number).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(sha256().digest(asked));
    }

    /// What is answered, and kept beside the key.
    public String answer(long sequence) {
        return "{\"dealId\":\"" + deal + "\",\"version\":" + sequence + ",\"state\":\"" + Stages.at(sequence)
                + "\",\"request\":" + number + "}";
    }

    /// Steele and Vigna's mixing function: one to one.
    static long scattered(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
