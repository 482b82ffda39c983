package dev.baton.benchmarks.pekko;

import dev.baton.benchmarks.work.AppendContender;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.Request;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.pekko.actor.typed.ActorRef;
import org.apache.pekko.actor.typed.ActorSystem;
import org.apache.pekko.actor.typed.javadsl.AskPattern;

/// Commands to durable actors.
record PekkoAppending(ActorSystem<Advance> system) implements AppendContender {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    static PekkoAppending start(Place place) throws Exception {
        return new PekkoAppending(Pekko.start(DealsByName.create(), place));
    }

    @Override
    public long advance(Request request) throws Exception {
        return AskPattern.ask(
                        system, (ActorRef<Long> replyTo) -> new Advance(request, replyTo), PATIENCE, system.scheduler())
                .toCompletableFuture()
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() throws Exception {
        system.terminate();
        var ignored = system.getWhenTerminated().toCompletableFuture().get(30, TimeUnit.SECONDS);
    }
}
