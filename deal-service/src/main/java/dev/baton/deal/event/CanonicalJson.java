package dev.baton.deal.event;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// JSON by the canonicalisation scheme of RFC 8785: equal values are equal texts, however they were written.
///
/// Numbers are IEEE 754 doubles there; what overflows a double is written in full, so that it stays comparable.
public final class CanonicalJson {

    private CanonicalJson() {}

    public static String of(JsonNode value) {
        StringBuilder out = new StringBuilder(256);
        write(value, out);
        return out.toString();
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            object(value, out);
        } else if (value.isArray()) {
            array(value, out);
        } else if (value.isString()) {
            string(value.asString(), out);
        } else if (value.isNumber()) {
            out.append(CanonicalNumber.of(value));
        } else {
            out.append(value.isBoolean() ? String.valueOf(value.booleanValue()) : "null");
        }
    }

    /// Members in the order of their names' UTF-16 code units, which is how Java compares strings.
    private static void object(JsonNode value, StringBuilder out) {
        Map<String, JsonNode> sorted = new TreeMap<>();
        value.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
        out.append('{');
        String separator = "";
        for (Map.Entry<String, JsonNode> member : sorted.entrySet()) {
            out.append(separator);
            string(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void array(JsonNode value, StringBuilder out) {
        out.append('[');
        for (Iterator<JsonNode> items = value.iterator(); items.hasNext(); ) {
            write(items.next(), out);
            out.append(items.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private static void string(String text, StringBuilder out) {
        out.append('"');
        text.chars().forEach(unit -> character((char) unit, out));
        out.append('"');
    }

    private static void character(char unit, StringBuilder out) {
        switch (unit) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> out.append(unit < ' ' ? "\\u%04x".formatted((int) unit) : String.valueOf(unit));
        }
    }
}
