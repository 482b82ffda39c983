package dev.baton.projections.folding;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/// Where the rows of a fold are kept, by key; all calls take part in the caller's transaction.
///
/// @param <S> all rows of one key that the fold needs to go on
public interface KeyedRows<S> {

    /// The rows of those keys that have some.
    Map<String, S> load(Collection<String> keys);

    /// The tables among which the rows of a key are divided.
    List<Part<S, ?>> parts();

    /// What the fold needs to go on once everything that never changes has been written.
    default S settled(S state) {
        return state;
    }

    default void keep(Collection<S> changed) {
        parts().forEach(part -> part.keep(changed));
    }
}
