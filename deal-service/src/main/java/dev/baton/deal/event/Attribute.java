package dev.baton.deal.event;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The checks that CloudEvents 1.0 and Baton make of attributes.
final class Attribute {
    /// An index entry of PostgreSQL holds less than 2,704 bytes, and a claim is indexed by source and id.
    private static final int LONGEST_ID = 200;

    private static final int LONGEST_SOURCE = 300;
    private static final int LONGEST_SUBJECT = 500;
    static final int LONGEST_EXTENSION = 1_000;

    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    private Attribute() {}

    static String id(Map<String, String> attributes) {
        return text(attributes, "id", LONGEST_ID);
    }

    static String source(Map<String, String> attributes) {
        return text(attributes, "source", LONGEST_SOURCE);
    }

    static String subject(Map<String, String> attributes) {
        return text(attributes, "subject", LONGEST_SUBJECT);
    }

    static String type(Map<String, String> attributes) {
        return text(attributes, "type", LONGEST_SUBJECT);
    }

    static Instant time(Map<String, String> attributes) {
        Instant time = instant(text(attributes, "time", LONGEST_ID));
        if (time.isBefore(EARLIEST)) {
            throw UnfitEvent.invalid("time", "must not be before " + EARLIEST);
        }
        return time;
    }

    static @Nullable String dealId(Map<String, String> attributes) {
        String told = attributes.get("dealid");
        if (told != null && !DealIdentity.isOne(told)) {
            throw UnfitEvent.invalid("dealid", "must be the id of a deal");
        }
        return told;
    }

    static void version(Map<String, String> attributes) {
        String version = text(attributes, "specversion", LONGEST_ID);
        if (!version.equals("1.0")) {
            throw UnfitEvent.invalid("specversion", "must be 1.0");
        }
    }

    private static String text(Map<String, String> attributes, String name, int longest) {
        String text = attributes.get(name);
        if (text == null) {
            throw UnfitEvent.missing(name);
        }
        if (text.isBlank()) {
            throw UnfitEvent.invalid(name, "must not be blank");
        }
        return printable(name, text, longest);
    }

    /// Control characters and halves of surrogate pairs are forbidden by CloudEvents.
    static String printable(String name, String text, int longest) {
        if (text.length() > longest) {
            throw UnfitEvent.invalid(name, "is longer than " + longest + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw UnfitEvent.invalid(name, "has characters that an attribute must not have");
        }
        return text;
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw UnfitEvent.invalid("time", "must be an RFC 3339 time such as 2026-01-31T12:00:00Z");
        }
    }
}
