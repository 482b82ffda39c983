package dev.baton.axon.kafka.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Gathers what is found: all of it counted, the first of each kind kept.
public final class Findings {
    /// of each kind
    public static final int SHOWN = 100;

    private final Map<Kind, List<Finding>> shown = new TreeMap<>();
    private final Map<Kind, Long> counts = new TreeMap<>();
    private final Map<String, Long> looked = new LinkedHashMap<>();

    private record Kind(Where where, Fault fault) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int byWhere = where.compareTo(other.where);
            return byWhere == 0 ? fault.compareTo(other.fault) : byWhere;
        }
    }

    public void add(Finding finding) {
        var kind = new Kind(finding.where(), finding.fault());
        counts.merge(kind, 1L, Long::sum);
        var kept = shown.computeIfAbsent(kind, k -> new ArrayList<>());
        if (kept.size() < SHOWN) {
            kept.add(finding);
        }
    }

    /// Of a kind whose first were added one by one.
    public void more(Where where, Fault fault, long count) {
        counts.merge(new Kind(where, fault), count, Long::sum);
    }

    public void looked(String what, long count) {
        looked.merge(what, count, Long::sum);
    }

    public VerificationReport report(String source, @Nullable String lastHash) {
        return new VerificationReport(
                source,
                counts.isEmpty(),
                Map.copyOf(looked),
                lastHash,
                counts.entrySet().stream()
                        .map(entry -> new FindingCount(
                                entry.getKey().where(), entry.getKey().fault(), entry.getValue()))
                        .toList(),
                shown.values().stream().flatMap(List::stream).toList());
    }
}
