package dev.baton.projections.folding;

import dev.baton.projections.fact.Fact;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// One fold and the table that keeps its rows.
///
/// @param name the fold table's
/// @param key whose rows a fact changes; empty for a fact that this view passes over
public record View<F extends Fact, S>(
        String name, Function<F, Optional<String>> key, Fold<F, S> fold, KeyedRows<S> rows) {

    /// A view for which every fact counts, by the fact's own key.
    public static <F extends Fact, S> View<F, S> of(String name, Fold<F, S> fold, KeyedRows<S> rows) {
        return new View<>(name, fact -> Optional.of(fact.key()), fold, rows);
    }

    /// Folds a batch: the rows of all its keys are read once, folded in memory, and written once if they changed.
    public void take(List<? extends F> facts) {
        List<String> keys =
                facts.stream().map(key).flatMap(Optional::stream).distinct().toList();
        if (keys.isEmpty()) {
            return;
        }
        Map<String, S> before = rows.load(keys);
        Map<String, S> after = new LinkedHashMap<>(before);
        facts.forEach(fact -> key.apply(fact).ifPresent(of -> after.put(of, fold.apply(after.get(of), fact))));
        after.entrySet().removeIf(state -> state.getValue().equals(before.get(state.getKey())));
        rows.keep(after.values());
    }
}
