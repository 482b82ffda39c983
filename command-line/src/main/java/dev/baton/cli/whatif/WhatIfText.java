package dev.baton.cli.whatif;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// The two worlds side by side, for a terminal.
final class WhatIfText {
    private final StringBuilder text = new StringBuilder(4_096);
    private String heading = "";

    private WhatIfText() {}

    static String of(JsonNode run, List<JsonNode> differences) {
        WhatIfText page = new WhatIfText();
        JsonNode result = run.path("result");
        page.head(run, result);
        page.legs(result.path("roles"));
        page.people(result.path("people"));
        page.unroutable(result.path("unroutable"));
        page.differences(result, differences);
        page.verdict(result);
        return page.text.toString();
    }

    private void head(JsonNode run, JsonNode result) {
        Duration took = Duration.between(
                Instant.parse(run.path("startedAt").asString("")),
                Instant.parse(run.path("endedAt").asString("")));
        add("tried       %s%n", tried(result));
        if (result.hasNonNull("from") || result.hasNonNull("to")) {
            add(
                    "period      %s to %s, by when things happened%n",
                    result.path("from").asString("the beginning"),
                    result.path("to").asString("the end"));
        }
        add(
                "read        %,d facts, %,d deals, in %.1f s%n",
                result.path("facts").asLong(), result.path("deals").asLong(), took.toMillis() / 1000.0);
        JsonNode steps = result.path("steps");
        add(
                "steps       %,d of the relay, %,d with other effects%n",
                steps.path("compared").asLong(), steps.path("differing").asLong());
        JsonNode decisions = result.path("decisions");
        add(
                "decisions   %,d recorded, %,d now; %,d identical, %,d the same choice, %,d another, %,d only then, %,d only now%n",
                decisions.path("recorded").asLong(),
                decisions.path("whatIf").asLong(),
                decisions.path("identical").asLong(),
                decisions.path("sameChoice").asLong(),
                decisions.path("otherChoice").asLong(),
                decisions.path("onlyRecorded").asLong(),
                decisions.path("onlyWhatIf").asLong());
        if (result.path("assumedAnswers").asLong() + result.path("voidActs").asLong() > 0) {
            add(
                    "people      %,d taken to say yes, since nobody asked them; %,d acts of theirs had no object%n",
                    result.path("assumedAnswers").asLong(),
                    result.path("voidActs").asLong());
        }
    }

    private static String tried(JsonNode result) {
        if (!result.hasNonNull("policy")) {
            return "the recorded policies once more";
        }
        return "the given policy instead of "
                + (result.hasNonNull("replaces") ? result.path("replaces").asString("") : "every recorded one");
    }

    private void legs(JsonNode roles) {
        add("%n%-32s %11s %11s%n", "LEGS", "recorded", "what if");
        roles.forEach(line -> {
            add("%s%n", line.path("role").asString(""));
            for (String what : List.of("legs", "taken", "asked", "waiting", "escalated", "passedOver", "ended")) {
                row("  " + words(what), line, what);
            }
            row("  longest queue", line, "longestQueue");
            waits(line, "waited", "");
            waits(line, "waitedRecorded", ", on Baton's clock");
        });
    }

    private static String words(String field) {
        return field.equals("passedOver") ? "passed over" : field;
    }

    private void row(String label, JsonNode line, String field) {
        long before = line.path("recorded").path(field).asLong();
        long after = line.path("whatIf").path(field).asLong();
        if (before != 0 || after != 0) {
            add("%-32s %,11d %,11d%n", label, before, after);
        }
    }

    private void waits(JsonNode line, String field, String clock) {
        JsonNode before = line.path("recorded").path(field);
        JsonNode after = line.path("whatIf").path(field);
        if (before.path("count").asLong() + after.path("count").asLong() > 0) {
            if (clock.isEmpty()) {
                add(
                        "%-32s %,11d %,11d%n",
                        "  waited",
                        before.path("count").asLong(),
                        after.path("count").asLong());
            }
            add("%-32s %11s %11s%n", "    mean" + clock, time(before.path("mean")), time(after.path("mean")));
            add("%-32s %11s %11s%n", "    longest" + clock, time(before.path("longest")), time(after.path("longest")));
        }
    }

    private static String time(JsonNode seconds) {
        double value = seconds.asDouble();
        return value >= Duration.ofDays(2).toSeconds()
                ? String.format(
                        Locale.ROOT, "%.1f d", value / Duration.ofDays(1).toSeconds())
                : value >= Duration.ofHours(2).toSeconds()
                        ? String.format(
                                Locale.ROOT,
                                "%.1f h",
                                value / Duration.ofHours(1).toSeconds())
                        : String.format(Locale.ROOT, "%.1f s", value);
    }

    private void people(JsonNode people) {
        add(
                "%n%-32s %8s | %7s %6s %8s | %7s %6s %8s%n",
                "PEOPLE", "capacity", "taken", "peak", "mean", "taken", "peak", "mean");
        people.forEach(line -> {
            underItsRole(line);
            JsonNode before = line.path("recorded");
            JsonNode after = line.path("whatIf");
            add(
                    "%-32s %,8d | %,7d %,6d %,8.1f | %,7d %,6d %,8.1f%s%n",
                    "  " + line.path("member").asString(""),
                    line.path("capacity").asLong(),
                    before.path("taken").asLong(),
                    before.path("peak").asLong(),
                    before.path("mean").asDouble(),
                    after.path("taken").asLong(),
                    after.path("peak").asLong(),
                    after.path("mean").asDouble(),
                    before.equals(after) ? "" : " *");
        });
    }

    /// A role is told once, above those who have it.
    private void underItsRole(JsonNode line) {
        String now = line.path("role").asString("");
        if (!now.equals(heading)) {
            heading = now;
            add("%s%n", now);
        }
    }

    private static String role(String role) {
        return role.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private void unroutable(JsonNode lines) {
        add("%n%-32s %11s %11s%n", "NOBODY COULD TAKE, TO THE END", "recorded", "what if");
        if (lines.isEmpty()) {
            add("none%n");
        }
        heading = "";
        lines.forEach(line -> {
            underItsRole(line);
            add(
                    "%-32s %,11d %,11d%n",
                    "  " + line.path("territory").asString("anywhere"),
                    line.path("recorded").asLong(),
                    line.path("whatIf").asLong());
        });
    }

    private void differences(JsonNode result, List<JsonNode> listed) {
        if (listed.isEmpty()) {
            return;
        }
        add(
                "%nDIFFERENCES (%,d of %,d)%n",
                listed.size(), result.path("differences").asLong());
        listed.forEach(one -> add(
                "  %s %s: %s -> %s%n",
                one.path("deal").asString(""),
                role(one.path("role").asString("")),
                outcome(one.path("recorded")),
                outcome(one.path("whatIf"))));
    }

    private static String outcome(JsonNode leg) {
        if (leg.isMissingNode() || leg.isNull()) {
            return "no such leg";
        }
        String member = leg.path("member").asString("");
        String why = leg.path("why").asString("");
        return (member.isEmpty() ? "" : member + " ")
                + leg.path("result").asString("").toLowerCase(Locale.ROOT).replace('_', ' ')
                + (why.isEmpty() ? "" : " (" + why + ")");
    }

    private void verdict(JsonNode result) {
        if (result.path("same").asBoolean(false)) {
            add("%nTHE SAME: every decision, place, offer and hand-over comes out as it was recorded.%n");
        } else if (result.hasNonNull("policy")) {
            add(
                    "%n%,d legs would have come to somebody else, or to nobody. What would have been won, nobody knows.%n",
                    result.path("differences").asLong());
        } else {
            add(
                    "%nNOT THE SAME: %,d steps and %,d legs come out otherwise than recorded.%n",
                    result.path("steps").path("differing").asLong(),
                    result.path("differences").asLong());
        }
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
