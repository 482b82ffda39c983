package dev.baton.axon.postgres;

import org.jspecify.annotations.Nullable;

/// What became of an append.
sealed interface Outcome {

    /// It is durable.
    ///
    /// @param position of the last event of its commit, 0 when the commit has none
    record Stored(long position) implements Outcome {}

    /// Nothing of it is stored, or nobody knows: the exception says which.
    record Failed(RuntimeException why) implements Outcome {}

    static @Nullable RuntimeException failure(@Nullable Outcome outcome) {
        return outcome instanceof Failed(RuntimeException why) ? why : null;
    }
}
