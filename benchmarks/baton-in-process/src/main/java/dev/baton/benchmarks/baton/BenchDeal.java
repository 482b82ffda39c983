package dev.baton.benchmarks.baton;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.baton.benchmarks.work.Transition;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/// A thin shell like deal-service's: Axon hands commands and facts in.
@AggregateRoot(type = "deal")
class BenchDeal {
    @AggregateIdentifier
    private @Nullable String stream;

    private long transitions;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long advance(Advance command) {
        stream = command.stream().toString();
        long sequence = transitions;
        apply(Transition.of(command.request(), sequence));
        return sequence;
    }

    @EventSourcingHandler
    void on(Transition transition, @SourceId String source) {
        stream = source;
        transitions = transition.step() + 1;
    }
}
