package dev.baton.projections.folding;

import dev.baton.axon.kafka.EventBatchHandler;
import dev.baton.axon.kafka.ReceivedEvent;
import dev.baton.projections.fact.Fact;
import dev.baton.projections.fact.FactReader;
import java.util.List;

/// Folds what a reader received into all views of its topic, within the reader's transaction.
///
/// @param kind the facts that the topic carries
public record BatchFolding<F extends Fact>(FactReader facts, Class<F> kind, List<View<F, ?>> views)
        implements EventBatchHandler {

    public BatchFolding {
        views = List.copyOf(views);
    }

    /// @throws ClassCastException when a fact does not belong on the topic
    @Override
    public void handle(List<ReceivedEvent> batch) {
        List<F> read = batch.stream()
                .map(received -> kind.cast(facts.read(received.envelope())))
                .toList();
        views.forEach(view -> view.take(read));
    }
}
