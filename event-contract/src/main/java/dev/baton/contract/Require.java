package dev.baton.contract;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// The checks that values make of themselves.
public final class Require {
    /// Longer texts belong into a document, not into an event.
    public static final int LONGEST_TEXT = 4_000;

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
        shortEnough(field, value);
        if (value.codePoints().anyMatch(point -> point == 0 || isHalfACharacter(point))) {
            throw new InvalidValue(field, "contains U+0000 or half of a surrogate pair, which cannot be stored");
        }
        return value;
    }

    private static boolean isHalfACharacter(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    private static void shortEnough(String field, String value) {
        if (value.length() > LONGEST_TEXT) {
            throw new InvalidValue(field, "is longer than " + LONGEST_TEXT + " characters");
        }
    }
}
