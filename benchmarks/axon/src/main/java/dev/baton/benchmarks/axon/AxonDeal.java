package dev.baton.benchmarks.axon;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.baton.benchmarks.work.Transition;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/// The deal as Axon's guide would write it.
@Aggregate
class AxonDeal {
    @AggregateIdentifier
    private @Nullable String deal;

    private long transitions;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    long advance(Advance command) {
        long sequence = transitions;
        apply(Transition.of(command.request(), sequence));
        return sequence;
    }

    @EventSourcingHandler
    void on(Transition transition) {
        deal = transition.deal();
        transitions = transition.step() + 1;
    }
}
