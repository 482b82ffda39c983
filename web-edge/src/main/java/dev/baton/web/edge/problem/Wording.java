package dev.baton.web.edge.problem;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a sender has to write, in words that need no Java.
final class Wording {
    private static final Pattern CLASS_NAME = Pattern.compile("`(?:\\w+[.$])+(\\w+)(?:<[^`]*>)?`");
    private static final Pattern HINT = Pattern.compile(" \\(but [^()]*\\)");
    private static final Pattern PLACE = Pattern.compile(" \\(start marker at \\[.*?\\]\\)");
    private static final Map<Class<?>, String> EXPECTED = Map.ofEntries(
            Map.entry(String.class, "a string"),
            Map.entry(int.class, "a whole number"),
            Map.entry(Integer.class, "a whole number"),
            Map.entry(long.class, "a whole number"),
            Map.entry(Long.class, "a whole number"),
            Map.entry(double.class, "a number"),
            Map.entry(BigDecimal.class, "a number"),
            Map.entry(boolean.class, "true or false"),
            Map.entry(Boolean.class, "true or false"),
            Map.entry(UUID.class, "a UUID"),
            Map.entry(Instant.class, "a moment such as \"2026-01-31T12:00:00Z\""),
            Map.entry(LocalDate.class, "a date such as \"2026-01-31\""),
            Map.entry(LocalTime.class, "a time of day such as \"09:00\""),
            Map.entry(ZoneId.class, "a time zone such as \"Europe/Berlin\""));

    private Wording() {}

    static @Nullable String expected(@Nullable Class<?> type) {
        if (type == null) {
            return null;
        }
        String simple = EXPECTED.get(type);
        if (simple != null) {
            return "expected " + simple;
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(String::valueOf)
                    .collect(Collectors.joining(", ", "expected one of ", ""));
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "expected a list";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "expected an object" : null;
    }

    /// Jackson's own complaint without class names, hints for its programmers and a place that is
    /// told apart.
    static String plain(@Nullable String message) {
        if (message == null) {
            return "the value does not fit";
        }
        String toSenders = PLACE.matcher(HINT.matcher(message).replaceAll("")).replaceAll("");
        return CLASS_NAME.matcher(toSenders).replaceAll("$1");
    }
}
