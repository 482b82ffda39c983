package dev.baton.benchmarks.baton;

import dev.baton.benchmarks.work.Transition;
import dev.baton.contract.EventCodec;
import dev.baton.contract.UnknownEventType;
import tools.jackson.databind.json.JsonMapper;

/// A catalogue of one event, by the JSON mapper that the services use.
final class TransitionCodec implements EventCodec {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Encoded encode(Object event) {
        return new Encoded(Transition.TYPE, JSON.writeValueAsString(event));
    }

    @Override
    public Object decode(String type, String data) {
        if (!knows(type)) {
            throw new UnknownEventType(type);
        }
        return JSON.readValue(data, Transition.class);
    }

    @Override
    public boolean knows(String type) {
        return type.equals(Transition.TYPE);
    }
}
