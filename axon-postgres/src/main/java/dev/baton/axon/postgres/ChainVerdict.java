package dev.baton.axon.postgres;

/// What walking the chain of commits found.
public sealed interface ChainVerdict {
    /// @param lastHash hash of the last commit in hexadecimal, worth noting elsewhere: a chain that
    ///     lost its end is still intact, only a hash that was noted before tells
    record Intact(long commits, long events, String lastHash) implements ChainVerdict {}

    /// @param firstPosition where the first commit begins that is not what was committed
    record Broken(long firstPosition, String reason) implements ChainVerdict {}
}
