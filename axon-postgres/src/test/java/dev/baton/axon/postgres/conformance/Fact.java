package dev.baton.axon.postgres.conformance;

import java.util.UUID;

/// An event as the suite sees it: its place in a stream, and what it says.
public record Fact(UUID id, String stream, long sequence, String text) {

    public static Fact at(String stream, long sequence) {
        return new Fact(UUID.randomUUID(), stream, sequence, "any");
    }

    public static Fact first() {
        return at(newStream(), 0);
    }

    public static String newStream() {
        return UUID.randomUUID().toString();
    }

    public Fact saying(String words) {
        return new Fact(id, stream, sequence, words);
    }
}
