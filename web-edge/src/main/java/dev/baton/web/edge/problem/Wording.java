package dev.baton.web.edge.problem;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Jackson's complaints without what only its authors understand.
final class Wording {
    private static final Pattern CLASS_NAME = Pattern.compile("`(?:[a-z]\\w*[.$])+(\\w+)(?:<[^`]*>)?`");
    private static final Pattern HINT =
            Pattern.compile(" \\((?:but could be|but might be|set |enable |`?[A-Z]\\w+Feature)[^)]*\\)+");

    private Wording() {}

    static String plain(@Nullable String message) {
        if (message == null) {
            return "the value does not fit";
        }
        String unhinted = HINT.matcher(message).replaceAll("");
        return CLASS_NAME.matcher(unhinted).replaceAll("$1");
    }
}
