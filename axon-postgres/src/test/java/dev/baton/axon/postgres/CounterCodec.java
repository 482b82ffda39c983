package dev.baton.axon.postgres;

import dev.baton.contract.EventCodec;
import dev.baton.contract.MalformedEvent;
import dev.baton.contract.UnknownEventType;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One event has an older version, which is lifted as it is read.
final class CounterCodec implements EventCodec {
    static final String COUNTED = "baton.counter.counted.v1";
    static final String NOTED_ONCE = "baton.counter.noted.v1";
    static final String NOTED = "baton.counter.noted.v2";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, Class<? extends CounterEvent>> TYPES = Map.of(
            "baton.counter.opened.v1",
            CounterEvent.Opened.class,
            COUNTED,
            CounterEvent.Counted.class,
            "baton.counter.signed.v1",
            CounterEvent.Signed.class,
            NOTED,
            CounterEvent.Noted.class);

    @Override
    public Encoded encode(Object event) {
        return TYPES.entrySet().stream()
                .filter(type -> type.getValue() == event.getClass())
                .findFirst()
                .map(type -> new Encoded(type.getKey(), JSON.writeValueAsString(event)))
                .orElseThrow(() -> new IllegalArgumentException("in no catalogue: " + event.getClass()));
    }

    @Override
    public Object decode(String type, String data) {
        if (!knows(type)) {
            throw new UnknownEventType(type);
        }
        try {
            return type.equals(NOTED_ONCE)
                    ? new CounterEvent.Noted(
                            JSON.readValue(data, NotedOnce.class).note())
                    : JSON.readValue(data, TYPES.get(type));
        } catch (JacksonException e) {
            throw new MalformedEvent("", "not a " + type, e);
        }
    }

    @Override
    public boolean knows(String type) {
        return TYPES.containsKey(type) || type.equals(NOTED_ONCE);
    }

    private record NotedOnce(String note) {}
}
