package dev.baton.projections.generation;

import java.time.Instant;

/// One whole set of fold tables, in a schema of its own.
///
/// @param name of the schema, `gen_<number>`; numbers are never used again
/// @param live whether the views of `analytics` point to it
/// @param fed whether its readers run; true of the live one, and of the one before it for the way back
public record Generation(String name, boolean live, boolean fed, Instant createdAt) {

    /// For the names of readers, `<generation>-<model>`.
    public String prefix() {
        return name + "-";
    }

    int number() {
        return Integer.parseInt(name.substring("gen_".length()));
    }
}
