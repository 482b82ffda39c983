package dev.baton.projections.folding;

import dev.baton.axon.kafka.BulkHandler;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.projections.fact.Fact;
import dev.baton.projections.fact.FactReader;
import java.util.ArrayList;
import java.util.List;

/// Folds whole partitions in memory and copies what they come to: the same folds as [BatchFolding],
/// other rows' way.
public final class BulkFolding<F extends Fact> implements BulkHandler {
    private final FactReader facts;
    private final Class<F> kind;
    private final List<BulkView<F, ?>> views;

    BulkFolding(FactReader facts, Class<F> kind, List<View<F, ?>> views) {
        this.facts = facts;
        this.kind = kind;
        this.views = views.stream().<BulkView<F, ?>>map(BulkFolding::bulk).toList();
    }

    /// Every view takes the fact or, after an exception, none.
    @Override
    public void apply(ReceivedEvent event) {
        F fact = kind.cast(facts.read(event.envelope()));
        List<Runnable> changes = new ArrayList<>(views.size());
        for (BulkView<F, ?> view : views) {
            view.folded(fact).ifPresent(changes::add);
        }
        changes.forEach(Runnable::run);
    }

    @Override
    public void flush() {
        views.forEach(BulkView::flush);
    }

    @Override
    public void finish() {
        views.forEach(BulkView::finish);
    }

    private static <F extends Fact, S> BulkView<F, S> bulk(View<F, S> view) {
        return new BulkView<>(view);
    }
}
