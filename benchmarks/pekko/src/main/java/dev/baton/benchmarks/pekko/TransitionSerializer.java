package dev.baton.benchmarks.pekko;

import dev.baton.benchmarks.work.Transition;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import tools.jackson.databind.json.JsonMapper;

/// The event as the same JSON that the other contenders store.
public final class TransitionSerializer extends SerializerWithStringManifest {
    static final int IDENTIFIER = 6402;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object event) {
        return Transition.TYPE;
    }

    @Override
    public byte[] toBinary(Object event) {
        return JSON.writeValueAsBytes(event);
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) {
        return JSON.readValue(bytes, Transition.class);
    }
}
