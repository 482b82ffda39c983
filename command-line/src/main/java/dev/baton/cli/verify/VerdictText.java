package dev.baton.cli.verify;

import static java.util.stream.Collectors.joining;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The verdict for a terminal.
final class VerdictText {
    private static final int SHOWN = 10;
    private static final Map<String, String> STEPS = Map.of(
            "STORE", "the chain of the log",
            "TOPIC", "its events on the topic",
            "INTAKE", "what it took in",
            "SAGA", "what it remembers of hand-offs",
            "ROWS", "the rows");

    private VerdictText() {}

    static String of(Verdict verdict) {
        return verdict.services().stream().map(VerdictText::of).collect(joining()) + end(verdict);
    }

    private static String of(Report report) {
        var text = new StringBuilder(report.source()).append('\n');
        new TreeMap<>(report.looked())
                .forEach((what, count) -> text.append(String.format(Locale.ROOT, "  %,12d %s%n", count, what)));
        if (report.lastHash() != null) {
            text.append("  last commit  ").append(report.lastHash()).append('\n');
        }
        report.counts().forEach(count -> kind(report, count, text));
        return text.append('\n').toString();
    }

    private static void kind(Report report, Report.Count kind, StringBuilder text) {
        text.append(String.format(
                Locale.ROOT,
                "  %s: %,d %s%n",
                STEPS.getOrDefault(kind.where(), kind.where()),
                kind.count(),
                kind.fault().replace('_', ' ')));
        report.findings().stream()
                .filter(finding ->
                        finding.where().equals(kind.where()) && finding.fault().equals(kind.fault()))
                .limit(SHOWN)
                .forEach(finding -> text.append("    ").append(line(finding)).append('\n'));
        if (kind.count() > SHOWN) {
            text.append("    … --output json shows more\n");
        }
    }

    private static String line(Report.Finding finding) {
        String subject = finding.subject() == null ? "" : finding.subject() + " ";
        String event = finding.event() == null ? "" : "event " + finding.event() + " ";
        return subject + event + "at " + finding.place() + ": " + finding.detail();
    }

    private static String end(Verdict verdict) {
        if (verdict.clean()) {
            return "VERIFIED: stores, topics and rows say the same.\n";
        }
        String unanswered = verdict.unanswered().stream()
                .map(reason -> "  not found out: " + reason + "\n")
                .collect(joining());
        return unanswered + String.format(Locale.ROOT, "NOT VERIFIED: %,d findings.%n", verdict.findings());
    }
}
