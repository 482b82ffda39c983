package dev.baton.benchmarks.pekko;

import dev.baton.benchmarks.work.Milestone.Told;
import org.apache.pekko.serialization.SerializerWithStringManifest;
import tools.jackson.databind.json.JsonMapper;

/// The milestone as JSON.
public final class ToldSerializer extends SerializerWithStringManifest {
    private static final int IDENTIFIER = 6403;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public int identifier() {
        return IDENTIFIER;
    }

    @Override
    public String manifest(Object event) {
        return "told";
    }

    @Override
    public byte[] toBinary(Object event) {
        return JSON.writeValueAsBytes(event);
    }

    @Override
    public Object fromBinary(byte[] bytes, String manifest) {
        return JSON.readValue(bytes, Told.class);
    }
}
