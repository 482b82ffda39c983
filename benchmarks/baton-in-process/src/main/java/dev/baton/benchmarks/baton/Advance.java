package dev.baton.benchmarks.baton;

import dev.baton.benchmarks.work.Request;
import dev.baton.contract.StreamId;
import dev.baton.contract.Targeted;

/// The deal's next transition.
record Advance(Request request) implements Targeted {

    @Override
    public StreamId stream() {
        return StreamId.deal(request.deal());
    }

    /// As a lead that is found begins its deal.
    @Override
    public boolean begins() {
        return request.first();
    }
}
