package dev.baton.compose;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Docker Compose's `${NAME}`, `${NAME:-otherwise}` and `${NAME:?why it must be set}`.
record Interpolation(Map<String, String> variables) {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)(?::([-?])([^}]*))?}");

    /// @throws Missing where an empty or unset variable must be set
    String of(String text) {
        return VARIABLE.matcher(text).replaceAll(match -> java.util.regex.Matcher.quoteReplacement(value(match)));
    }

    private String value(MatchResult match) {
        String value = variables.getOrDefault(match.group(1), "");
        if (!value.isEmpty() || match.group(2) == null) {
            return value;
        }
        if (match.group(2).equals("?")) {
            throw new Missing(match.group(1), match.group(3));
        }
        return match.group(3);
    }

    static final class Missing extends RuntimeException {
        Missing(String name, String why) {
            super(name + ": " + why);
        }
    }
}
