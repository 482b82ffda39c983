package dev.baton.benchmarks.pekko;

import java.util.HashMap;
import java.util.Map;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.Terminated;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Behaviors;
import org.apache.pekko.actor.typed.javadsl.Receive;

/// Hands each command to its deal's actor, as sharding would on one node.
final class DealsByName extends AbstractBehavior<Advance> {
    private final Map<String, ActorRef<Advance>> deals = new HashMap<>();

    private DealsByName(ActorContext<Advance> context) {
        super(context);
    }

    static Behavior<Advance> create() {
        return Behaviors.setup(DealsByName::new);
    }

    @Override
    public Receive<Advance> createReceive() {
        return newReceiveBuilder()
                .onMessage(Advance.class, this::handOn)
                .onSignal(Terminated.class, this::forget)
                .build();
    }

    private Behavior<Advance> handOn(Advance command) {
        deals.computeIfAbsent(command.request().deal(), this::begun).tell(command);
        return this;
    }

    private ActorRef<Advance> begun(String deal) {
        ActorRef<Advance> actor = getContext().spawn(new DurableDeal(deal), deal);
        getContext().watch(actor);
        return actor;
    }

    private Behavior<Advance> forget(Terminated ended) {
        deals.remove(ended.getRef().path().name());
        return this;
    }
}
