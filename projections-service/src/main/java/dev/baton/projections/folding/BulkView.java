package dev.baton.projections.folding;

import dev.baton.projections.fact.Fact;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// A view whose rows are kept in memory until they are copied into a table that has none of their keys.
final class BulkView<F extends Fact, S> {
    private final View<F, S> view;
    private final Map<String, S> states = new HashMap<>();
    private final Set<String> unsettled = new LinkedHashSet<>();
    private final List<Part<S, ?>> settling;
    private final List<Part<S, ?>> changing;

    BulkView(View<F, S> view) {
        this.view = view;
        this.settling = view.rows().parts().stream().filter(Part::settled).toList();
        this.changing =
                view.rows().parts().stream().filter(part -> !part.settled()).toList();
    }

    /// What the fact makes of its key's rows; nothing has happened until that is run.
    Optional<Runnable> folded(F fact) {
        return view.key().apply(fact).map(key -> {
            S after = view.fold().apply(states.get(key), fact);
            return () -> put(key, after);
        });
    }

    /// Copies the rows that can no longer change, and lets go of them.
    void flush() {
        if (!unsettled.isEmpty()) {
            Collection<S> touched = unsettled.stream()
                    .map(key -> Objects.requireNonNull(states.get(key)))
                    .toList();
            settling.forEach(part -> part.copy(touched));
            unsettled.forEach(key ->
                    states.computeIfPresent(key, (same, state) -> view.rows().settled(state)));
            unsettled.clear();
        }
    }

    void finish() {
        flush();
        changing.forEach(part -> part.copy(states.values()));
        states.clear();
    }

    private void put(String key, S after) {
        states.put(key, after);
        if (!settling.isEmpty()) {
            unsettled.add(key);
        }
    }
}
