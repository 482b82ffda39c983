package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import dev.baton.contract.Targeted;

sealed interface CounterCommand extends Targeted {
    String id();

    @Override
    default StreamId stream() {
        return StreamId.deal(id());
    }

    record Open(String id, String name) implements CounterCommand {}

    record Count(String id, int by) implements CounterCommand {}

    record Sign(String id, String by) implements CounterCommand {}

    /// Changes nothing.
    record Look(String id) implements CounterCommand {}
}
