package dev.baton.projections.replay;

import org.jspecify.annotations.Nullable;

/// @param by who wants it
/// @param key the request's own, so that a repeated one is answered and not carried out again
/// @param acceptDifferences swap even where rows differ, as after the correction of a fold; they
///     are told all the same
record ReplayRequest(String by, @Nullable String key, boolean acceptDifferences) {}
