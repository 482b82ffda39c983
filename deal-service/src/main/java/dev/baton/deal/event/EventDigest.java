package dev.baton.deal.event;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Tells a repetition from another event under the same (source, id), whatever the mode it came in.
public final class EventDigest {

    private EventDigest() {}

    /// SHA-256 over type, subject, time and the canonical data, one per line: none of the first three can contain
    /// a line feed.
    public static String of(PostedEvent event) {
        return sha256(String.join(
                "\n", event.type(), event.subject(), event.time().toString(), CanonicalJson.of(event.data())));
    }

    public static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
