package dev.baton.benchmarks.pekko;

import dev.baton.benchmarks.work.Milestone.Told;
import java.util.List;
import java.util.Set;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;

/// A deal that is told its whole story at once, to fill the journal; its events bear the tag that a projection reads.
final class ToldDeal extends EventSourcedBehavior<ToldDeal.Tell, Told, Integer> {
    static final String TAG = "deal";

    /// @param replyTo is answered with the number of events when they are durable
    record Tell(List<Told> story, ActorRef<Integer> replyTo) {}

    ToldDeal(String deal) {
        super(PersistenceId.of("deal", deal));
    }

    @Override
    public Integer emptyState() {
        return 0;
    }

    @Override
    public CommandHandler<Tell, Told, Integer> commandHandler() {
        return newCommandHandlerBuilder()
                .forAnyState()
                .onAnyCommand((told, tell) -> Effect()
                        .persist(tell.story())
                        .thenRun(() -> tell.replyTo().tell(tell.story().size()))
                        .thenStop());
    }

    @Override
    public EventHandler<Integer, Told> eventHandler() {
        return newEventHandlerBuilder().forAnyState().onAnyEvent((told, event) -> told + 1);
    }

    @Override
    public Set<String> tagsFor(Told event) {
        return Set.of(TAG);
    }
}
