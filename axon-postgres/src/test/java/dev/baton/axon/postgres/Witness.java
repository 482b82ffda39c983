package dev.baton.axon.postgres;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.ReplayStatus;

/// A policy that writes down what it is told.
@ProcessingGroup("witness")
class Witness {
    final List<EventMessage<?>> told = new CopyOnWriteArrayList<>();
    final List<ReplayStatus> asReplay = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(CounterEvent event, EventMessage<?> message, ReplayStatus replay) {
        told.add(message);
        asReplay.add(replay);
    }
}
