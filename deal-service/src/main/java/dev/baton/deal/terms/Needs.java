package dev.baton.deal.terms;

import dev.baton.contract.deal.NeedEvent;
import dev.baton.contract.deal.NeedEvent.ConstraintRecorded;
import dev.baton.contract.deal.NeedEvent.CriteriaAnswered;
import dev.baton.contract.deal.NeedEvent.NeedRecorded;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What was recorded of needs and constraints, in order, each with its id.
///
/// @param evidence what shows that the criteria are met under which stages may be left
public record Needs(List<Statement> needs, List<Statement> constraints, Map<String, String> evidence) {
    public static final Needs NONE = new Needs(List.of(), List.of(), Map.of());

    public Needs {
        needs = List.copyOf(needs);
        constraints = List.copyOf(constraints);
        evidence = Collections.unmodifiableMap(new TreeMap<>(evidence));
    }

    Needs after(NeedEvent event) {
        return switch (event) {
            case NeedRecorded need -> new Needs(and(needs, need.need(), need.description()), constraints, evidence);
            case ConstraintRecorded limit ->
                new Needs(needs, and(constraints, limit.constraint(), limit.description()), evidence);
            case CriteriaAnswered answer -> new Needs(needs, constraints, shownToo(answer.evidence()));
        };
    }

    private Map<String, String> shownToo(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(evidence);
        all.putAll(more);
        return all;
    }

    public NeedRecorded need(String description) {
        return new NeedRecorded("N" + (needs.size() + 1), description);
    }

    public ConstraintRecorded constraint(String description) {
        return new ConstraintRecorded("C" + (constraints.size() + 1), description);
    }

    public boolean hasNeed(String description) {
        return says(needs, description);
    }

    public boolean hasConstraint(String description) {
        return says(constraints, description);
    }

    /// Ids that are not among the recorded.
    public List<String> unknownAmong(List<String> ids) {
        return ids.stream().filter(id -> !byId().containsKey(id)).distinct().toList();
    }

    /// Ids that are not among the answered.
    public Set<String> unanswered(List<String> answered) {
        Set<String> open = new TreeSet<>(byId().keySet());
        answered.forEach(open::remove);
        return open;
    }

    public List<String> ids() {
        return List.copyOf(byId().keySet());
    }

    private Map<String, Statement> byId() {
        Map<String, Statement> byId = new LinkedHashMap<>();
        Stream.concat(needs.stream(), constraints.stream()).forEach(one -> byId.put(one.id(), one));
        return byId;
    }

    private static boolean says(List<Statement> recorded, String description) {
        return recorded.stream().anyMatch(one -> one.description().equals(description));
    }

    private static List<Statement> and(List<Statement> before, String id, String description) {
        return Stream.concat(before.stream(), Stream.of(new Statement(id, description)))
                .toList();
    }

    /// @param id `N1`, `C1`, …
    public record Statement(String id, String description) {}
}
