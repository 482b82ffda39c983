package dev.baton.benchmarks.pekko;

import dev.baton.benchmarks.work.Deals;
import dev.baton.benchmarks.work.Transition;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;

/// A deal as an actor; its state is how many transitions it has had. It stops when it is over.
final class DurableDeal extends EventSourcedBehavior<Advance, Transition, Long> {

    DurableDeal(String deal) {
        super(PersistenceId.of("deal", deal));
    }

    @Override
    public Long emptyState() {
        return 0L;
    }

    @Override
    public CommandHandler<Advance, Transition, Long> commandHandler() {
        return newCommandHandlerBuilder().forAnyState().onAnyCommand(this::advance);
    }

    private Effect<Transition, Long> advance(Long transitions, Advance command) {
        var persisted = Effect().persist(Transition.of(command.request(), transitions));
        return transitions == Deals.TRANSITIONS - 1
                ? persisted.thenRun(() -> command.replyTo().tell(transitions)).thenStop()
                : persisted.thenRun(() -> command.replyTo().tell(transitions));
    }

    @Override
    public EventHandler<Long, Transition> eventHandler() {
        return newEventHandlerBuilder().forAnyState().onAnyEvent((ignored, transition) -> transition.step() + 1);
    }
}
