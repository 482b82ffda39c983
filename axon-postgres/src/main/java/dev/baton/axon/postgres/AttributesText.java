package dev.baton.axon.postgres;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Attributes as the JSON text that is stored, names in order, so that equal attributes are equal
/// texts.
final class AttributesText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> ATTRIBUTES = new TypeReference<>() {};

    private AttributesText() {}

    static String write(Map<String, String> attributes) {
        return JSON.writeValueAsString(new TreeMap<>(attributes));
    }

    static Map<String, String> read(String text) {
        return JSON.readValue(text, ATTRIBUTES);
    }
}
