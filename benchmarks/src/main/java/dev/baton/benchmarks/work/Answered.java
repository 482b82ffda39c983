package dev.baton.benchmarks.work;

import org.jspecify.annotations.Nullable;

/// What a worker answers, one line of JSON each.
///
/// @param problem why there is no turn
public record Answered(@Nullable Turn turn, @Nullable String problem) {}
