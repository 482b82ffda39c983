package dev.baton.benchmarks.plain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// The chain of commits, written down a second time: what the floor writes by it and what Baton
/// writes by its own code must both verify.
public final class Sha {
    public static final byte[] GENESIS = new byte[32];

    private Sha() {}

    /// Of what a commit contains.
    public static byte[] contents(List<Row> rows) {
        MessageDigest sha = sha256();
        rows.forEach(row -> row.addTo(sha));
        return sha.digest();
    }

    public static byte[] digest(byte[] contents, long firstPosition, Instant committedAt) {
        return of(contents, Row.bytes(firstPosition), Row.bytes(ChronoUnit.MICROS.between(Instant.EPOCH, committedAt)));
    }

    public static byte[] of(byte[]... parts) {
        MessageDigest sha = sha256();
        for (byte[] part : parts) {
            sha.update(part);
        }
        return sha.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
