package dev.baton.deal.ingest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The attributes of an event in binary mode: headers with the prefix `ce-`, percent-encoded.
final class CloudEventHeaders {
    private static final String PREFIX = "ce-";

    private CloudEventHeaders() {}

    static Map<String, String> of(HttpServletRequest request) {
        Map<String, String> attributes = new TreeMap<>();
        for (String header : Collections.list(request.getHeaderNames())) {
            String name = header.toLowerCase(Locale.ROOT);
            if (name.startsWith(PREFIX)) {
                attributes.put(name.substring(PREFIX.length()), decoded(request.getHeader(header)));
            }
        }
        return attributes;
    }

    /// What is no valid percent-encoding stands for itself.
    private static String decoded(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(value.length());
        byte[] raw = value.getBytes(StandardCharsets.UTF_8);
        for (int at = 0; at < raw.length; at++) {
            int decoded = raw[at] == '%' && at + 2 < raw.length ? hex(raw[at + 1], raw[at + 2]) : -1;
            bytes.write(decoded < 0 ? raw[at] : decoded);
            at += decoded < 0 ? 0 : 2;
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte high, byte low) {
        int first = Character.digit(high, 16);
        int second = Character.digit(low, 16);
        return first < 0 || second < 0 ? -1 : first * 16 + second;
    }
}
