package dev.baton.cli.parked;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Parked hand-offs, and what became of them, for a terminal.
final class ParkedText {
    private static final String NOTHING = "Nothing is parked: every hand-off goes on.\n";

    private ParkedText() {}

    static String ofList(List<JsonNode> parked) {
        if (parked.isEmpty()) {
            return NOTHING;
        }
        StringBuilder text = new StringBuilder(format(
                "%,d parked. Each deal stays with its holder, and its news are kept in order.%n", parked.size()));
        parked.forEach(one -> text.append(one(one)));
        return text.append("""

                        ./baton parked retry DEAL (or --all) hears what was kept; ./baton parked rebuild DEAL gives a
                        saga its memory back from the log.
                        """).toString();
    }

    private static String one(JsonNode parked) {
        return format(
                "%n%s%n  since   %s, %,d events kept%n  fails   %s%n  cause   %s%n  mend    %s%n%s",
                name(parked),
                parked.path("parked").asString("?"),
                parked.path("waiting").asLong(),
                event(parked),
                parked.path("cause").asString("not on record"),
                parked.path("mend").asString("not on record"),
                again(parked.path("triedAgain").asString("")));
    }

    private static String again(String when) {
        return when.isEmpty() ? "" : format("  again   by itself, from %s on%n", when);
    }

    private static String name(JsonNode parked) {
        String title = parked.path("title").asString("");
        return parked.path("deal").asString("?") + (title.isEmpty() ? "" : "  " + title);
    }

    /// `baton.deal.lead-qualified.v1` is a lead-qualified to whoever reads it.
    private static String event(JsonNode parked) {
        String type = parked.path("event").asString("").replaceFirst("^baton\\.\\w+\\.(.+)\\.v\\d+$", "$1");
        return format(
                "%s at %,d of the log, %,d times",
                type.isEmpty() ? "an event" : type,
                parked.path("position").asLong(),
                parked.path("failures").asLong());
    }

    static String ofRetries(List<JsonNode> tried) {
        if (tried.isEmpty()) {
            return NOTHING;
        }
        StringBuilder text = new StringBuilder();
        tried.forEach(one -> text.append(tried(one)));
        return text.toString();
    }

    private static String tried(JsonNode one) {
        String deal = one.path("deal").asString("?");
        long handled = one.path("handled").asLong();
        if (one.has("comes")) {
            return format("%s  was parked this moment: it is tried by itself in a few seconds%n", deal);
        }
        return one.hasNonNull("failing")
                ? format(
                        "%s  %s: %s %s%n",
                        deal,
                        handled == 0 ? "fails still" : format("%,d events handled, and fails at the next", handled),
                        one.path("failing").asString(""),
                        one.path("mend").asString(""))
                : format("%s  goes on: %,d events handled, in order%n", deal, handled);
    }

    static String ofRebuilt(JsonNode rebuilt) {
        return format(
                "%s  remembers again what the log says, up to %,d. ./baton parked retry %1$s lets it go on.%n",
                rebuilt.path("deal").asString("?"), rebuilt.path("position").asLong());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
