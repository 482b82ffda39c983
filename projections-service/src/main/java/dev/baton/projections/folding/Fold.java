package dev.baton.projections.folding;

import dev.baton.projections.fact.Fact;
import org.jspecify.annotations.Nullable;

/// What one more fact makes of a key's rows. Pure: no clock, no chance, nothing but its arguments, so that a replay
/// gives the same rows whatever the size of the batches.
///
/// @param <S> all rows of one key
@FunctionalInterface
public interface Fold<F extends Fact, S> {

    /// @param before the rows so far, null ahead of the key's first fact
    S apply(@Nullable S before, F fact);
}
