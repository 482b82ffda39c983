package dev.baton.projections.folding;

import java.util.Collection;
import java.util.Map;

/// Where the rows of a fold are kept, by key; both calls take part in the caller's transaction.
///
/// @param <S> all rows of one key that the fold needs to go on
public interface KeyedRows<S> {

    /// The rows of those keys that have some.
    Map<String, S> load(Collection<String> keys);

    void keep(Collection<S> changed);
}
