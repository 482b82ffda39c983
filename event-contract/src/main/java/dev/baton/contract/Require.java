package dev.baton.contract;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The checks that values make of themselves.
public final class Require {
    /// Longer texts belong into a document, not into an event.
    public static final int LONGEST_TEXT = 4_000;

    /// Ids are looked for, and an entry of an index of PostgreSQL holds less than 2,704 bytes: up to
    /// three for each of these, and room for what stands beside it.
    public static final int LONGEST_ID = 500;

    private Require() {}

    /// @throws InvalidValue when it is absent
    public static <T> T present(String field, @Nullable T value) {
        if (value == null) {
            throw new InvalidValue(field, "is required");
        }
        return value;
    }

    /// @throws InvalidValue when it is absent, blank or too long
    public static String text(String field, @Nullable String value) {
        String present = present(field, value);
        if (present.isBlank()) {
            throw new InvalidValue(field, "must not be blank");
        }
        return storable(field, present);
    }

    /// @throws InvalidValue when it is present, but blank or too long
    public static @Nullable String optionalText(String field, @Nullable String value) {
        return value == null ? null : text(field, value);
    }

    /// An id that somebody names. For commands, not for facts: those that were stored before there was
    /// a limit stay readable.
    ///
    /// @throws InvalidValue when it is absent, blank or too long to be looked for
    public static String id(String field, @Nullable String value) {
        String id = text(field, value);
        shortEnough(field, id, LONGEST_ID);
        return id;
    }

    /// @throws InvalidValue when it is present, but blank or too long to be looked for
    public static @Nullable String optionalId(String field, @Nullable String value) {
        return value == null ? null : id(field, value);
    }

    public static int notNegative(String field, int value) {
        if (value < 0) {
            throw new InvalidValue(field, "must not be negative, was " + value);
        }
        return value;
    }

    public static <C extends Collection<?>> C notEmpty(String field, C values) {
        if (values.isEmpty()) {
            throw new InvalidValue(field, "must not be empty");
        }
        return values;
    }

    /// PostgreSQL's text knows no U+0000, and half a surrogate pair is no character anywhere.
    ///
    /// @throws InvalidValue when it is too long, or has a character that cannot be stored; blank is allowed
    public static String storable(String field, String value) {
        shortEnough(field, value, LONGEST_TEXT);
        for (int at = 0; at < value.length(); at++) {
            char unit = value.charAt(at);
            if (unit == 0 || (Character.isSurrogate(unit) && !isPaired(value, at))) {
                throw new InvalidValue(field, "contains U+0000 or half of a surrogate pair, which cannot be stored");
            }
        }
        return value;
    }

    /// Whether the surrogate there is one of a high one that a low one follows.
    private static boolean isPaired(String value, int at) {
        return Character.isHighSurrogate(value.charAt(at))
                ? at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(value.charAt(at - 1));
    }

    private static void shortEnough(String field, String value, int longest) {
        if (value.length() > longest) {
            throw new InvalidValue(field, "is longer than " + longest + " characters");
        }
    }
}
