package dev.baton.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The JSON Schema (2020-12) of each event type's `data`, for clients that validate before they send.
public final class EventSchemas {
    private EventSchemas() {}

    /// @throws UnknownEventType when the catalogue does not know the name
    public static String text(String type) {
        String known = EventCatalogue.named(type).name();
        try (InputStream schema = EventSchemas.class.getResourceAsStream("schemas/" + known + ".schema.json")) {
            if (schema == null) {
                throw new IllegalStateException("the catalogue names " + known + ", but no schema describes it");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
