package dev.baton.cli.proof;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The proof for a terminal.
final class VerdictText {
    private static final int SHOWN = 20;

    private VerdictText() {}

    static String of(Verdict verdict) {
        return period(verdict) + counts(verdict) + (verdict.clean() ? clean(verdict) : faults(verdict.findings()));
    }

    private static String period(Verdict verdict) {
        return verdict.from() == null && verdict.to() == null
                ? ""
                : "period      %s to %s, by when things happened%n"
                        .formatted(
                                verdict.from() == null ? "the beginning" : verdict.from(),
                                verdict.to() == null ? "the end" : verdict.to());
    }

    private static String counts(Verdict verdict) {
        return String.format(
                Locale.ROOT,
                """
                read        %,d events of deals, %,d of responsibility and members
                deals       %,d, of which %,d are carried now, %,d of these by whom their first event names
                holdings    %,d
                log order   %,d intervals, %,d gaps, %,d overlaps
                effective   %,d intervals, %,d gaps, %,d overlaps; %,d of no length
                hand-offs   %,d accepted in PERSON, %,d by POLICY, %,d FORCED
                places      %,d taken by %,d people in roles, %,d by override
                """,
                verdict.dealEvents(),
                verdict.roleEvents(),
                verdict.deals(),
                verdict.carried(),
                verdict.unopened(),
                verdict.holdings(),
                verdict.logOrder().intervals(),
                verdict.logOrder().gaps(),
                verdict.logOrder().overlaps(),
                verdict.effectiveTime().intervals(),
                verdict.effectiveTime().gaps(),
                verdict.effectiveTime().overlaps(),
                verdict.holdingsOfNoTime(),
                handOffs(verdict, "PERSON"),
                handOffs(verdict, "POLICY"),
                handOffs(verdict, "FORCED"),
                verdict.places(),
                verdict.people(),
                verdict.overrides());
    }

    private static int handOffs(Verdict verdict, String acceptance) {
        return verdict.handOffs().getOrDefault(acceptance, 0);
    }

    private static String clean(Verdict verdict) {
        boolean all = verdict.from() == null && verdict.to() == null;
        if (verdict.deals() == 0) {
            return String.format(
                    Locale.ROOT, "%nNOTHING TO PROVE: no deal was carried %s.%n", all ? "so far" : "in the period");
        }
        return String.format(
                Locale.ROOT,
                "%nPROVEN: each of %,d deals had exactly one accountable holder %s.%n",
                verdict.deals(),
                all ? "from its first event to its end" : "at every moment of the period");
    }

    private static String faults(List<Finding> findings) {
        Map<Fault, Long> counts =
                findings.stream().collect(Collectors.groupingBy(Finding::fault, TreeMap::new, Collectors.counting()));
        StringBuilder text = new StringBuilder();
        add(text, "%nNOT PROVEN: %,d findings%n", findings.size());
        counts.forEach((fault, count) -> add(text, "  %-18s %,6d  %s%n", fault, count, fault.meaning()));
        findings.stream()
                .limit(SHOWN)
                .forEach(finding -> add(
                        text,
                        "  %s %s at %d: %s%n",
                        finding.fault(),
                        finding.subject(),
                        finding.position(),
                        finding.detail()));
        if (findings.size() > SHOWN) {
            add(text, "  and %,d more; --output json has them all%n", findings.size() - SHOWN);
        }
        return text.toString();
    }

    private static void add(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values));
    }
}
