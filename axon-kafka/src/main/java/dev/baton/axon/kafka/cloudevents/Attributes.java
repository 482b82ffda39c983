package dev.baton.axon.kafka.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// The attributes of one record by their CloudEvents names.
record Attributes(Map<String, String> values, @Nullable String contentType) {

    static Attributes of(Headers headers) {
        var values = new HashMap<String, String>();
        String contentType = null;
        for (var header : headers) {
            if (header.value() == null) {
                continue;
            }
            if (header.key().startsWith(CloudEventHeaders.PREFIX)) {
                values.put(header.key().substring(CloudEventHeaders.PREFIX.length()), text(header.value()));
            } else if (header.key().equals(CloudEventHeaders.CONTENT_TYPE)) {
                contentType = text(header.value());
            }
        }
        return new Attributes(values, contentType);
    }

    void requireVersion() {
        String version = values.get("specversion");
        if (!CloudEventHeaders.VERSION.equals(version)) {
            throw new NotAnEvent("header ce_specversion must be 1.0, was " + version, null);
        }
    }

    void requireJson() {
        if (contentType == null || !contentType.startsWith(CloudEventHeaders.JSON)) {
            throw new NotAnEvent("header content-type must be application/json, was " + contentType, null);
        }
    }

    <T> T required(String name, Function<String, T> parse) {
        T value = optional(name, parse);
        if (value == null) {
            throw new NotAnEvent("header ce_" + name + " is missing", null);
        }
        return value;
    }

    <T> @Nullable T optional(String name, Function<String, T> parse) {
        String text = values.get(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return parse.apply(text);
        } catch (RuntimeException e) {
            throw new NotAnEvent("header ce_" + name + " cannot be read: '" + text + "'", e);
        }
    }

    Map<String, String> extensions() {
        var extensions = new HashMap<String, String>();
        values.forEach((name, value) -> {
            if (!CloudEventHeaders.NAMED.contains(name)) {
                extensions.put(name, value);
            }
        });
        return extensions;
    }

    /// PostgreSQL keeps no NUL in a text, so one would fail where nobody can mend it.
    private static String text(byte[] value) {
        String text = new String(value, UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new NotAnEvent("a header contains the character NUL", null);
        }
        return text;
    }
}
