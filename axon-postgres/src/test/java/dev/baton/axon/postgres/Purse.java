package dev.baton.axon.postgres;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import dev.baton.contract.StreamId;
import dev.baton.contract.Targeted;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.SourceId;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.NullUnmarked;

/// Refuses by what it knows, and is kept in memory between commands.
@AggregateRoot
@NullUnmarked
class Purse {
    @AggregateIdentifier
    private String stream;

    private int content;

    sealed interface Command extends Targeted {
        String id();

        @Override
        default StreamId stream() {
            return StreamId.deal(id());
        }
    }

    record Put(String id, int by) implements Command {}

    /// Begins a purse; one that is there already must be empty.
    record Fill(String id, int by) implements Command {
        @Override
        public boolean begins() {
            return true;
        }
    }

    record Spend(String id, String whom) implements Command {}

    record Look(String id) implements Command {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int put(Put command) {
        stream = command.stream().toString();
        apply(new CounterEvent.Counted(command.by()));
        return content;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    int fill(Fill command) {
        stream = command.stream().toString();
        if (content > 0) {
            throw new IllegalStateException("the purse has " + content + " already");
        }
        if (command.by() < 0) {
            throw new IllegalStateException("a purse is not filled with " + command.by());
        }
        if (command.by() > 0) {
            apply(new CounterEvent.Counted(command.by()));
        }
        return content;
    }

    @CommandHandler
    void spend(Spend command) {
        if (content == 0) {
            throw new IllegalStateException("the purse is empty");
        }
        apply(new CounterEvent.Counted(-content));
        apply(new CounterEvent.Signed(command.whom()));
    }

    @CommandHandler
    int look(Look command) {
        return content;
    }

    @EventSourcingHandler
    void on(CounterEvent.Counted counted, @SourceId String source) {
        stream = source == null ? stream : source;
        content += counted.by();
    }

    @EventSourcingHandler
    void on(CounterEvent.Signed ignored) {}
}
