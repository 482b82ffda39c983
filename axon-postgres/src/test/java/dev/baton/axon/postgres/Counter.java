package dev.baton.axon.postgres;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.NullUnmarked;

@Aggregate(commandTargetResolver = "streamTargetResolver")
@NullUnmarked
class Counter {
    @AggregateIdentifier
    private String stream;

    private int total;

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    String open(CounterCommand.Open command) {
        stream = command.stream().toString();
        apply(new CounterEvent.Opened(command.name()));
        return command.name();
    }

    @CommandHandler
    int count(CounterCommand.Count command) {
        if (command.by() < 0) {
            throw new IllegalArgumentException("a counter only counts up");
        }
        apply(new CounterEvent.Counted(command.by()));
        return total;
    }

    @CommandHandler
    void sign(CounterCommand.Sign command) {
        apply(new CounterEvent.Signed(command.by()));
    }

    @CommandHandler
    int look(CounterCommand.Look command) {
        return total;
    }

    @EventSourcingHandler
    void on(CounterEvent.Opened ignored, @SourceId String source) {
        stream = source == null ? stream : source;
    }

    @EventSourcingHandler
    void on(CounterEvent.Counted counted) {
        total += counted.by();
    }
}
