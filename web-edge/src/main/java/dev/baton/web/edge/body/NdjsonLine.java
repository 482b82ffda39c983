package dev.baton.web.edge.body;

/// One line of an NDJSON body, counted from 1; an unusable line does not end the body.
public sealed interface NdjsonLine {
    long number();

    record Text(long number, String json) implements NdjsonLine {}

    /// @param limit bytes that a line may have
    record TooLong(long number, int limit) implements NdjsonLine {}

    record NotUtf8(long number) implements NdjsonLine {}
}
