package dev.baton.roles.routing;

import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import dev.baton.contract.responsibility.AssignmentFact.Request;
import dev.baton.roles.routing.RoutingDecision.Outcome;
import dev.baton.roles.routing.RoutingDecision.ToMember;
import dev.baton.roles.routing.RoutingDecision.ToQueue;
import dev.baton.roles.routing.RoutingDecision.ToSteward;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who takes a leg: the one asked for, the one who held it before, else whoever carries the smallest share of their
/// capacity; the smaller id when two carry the same. The same policy over the same people gives the same answer.
public final class RoutingDecisions {
    static final String REQUESTED = "requested";
    static final String HELD_IT_BEFORE = "held it before";
    static final String LEAST_LOAD = "least load";

    private RoutingDecisions() {}

    public static RoutingDecision decide(RoutingPolicy policy, RoutingRequest request, List<Colleague> people) {
        Rule rule = policy.of(request.role());
        List<Candidate> candidates = ranked(rule, request, people);
        Outcome outcome = outcome(rule, candidates);
        AssignmentDecided decided = new AssignmentDecided(
                request.role(),
                policy.name(),
                policy.version(),
                candidates,
                chosen(outcome),
                wish(request, candidates, outcome));
        return new RoutingDecision(decided, outcome);
    }

    /// Why somebody cannot take it now; empty when they can.
    public static List<String> obstacles(Rule rule, RoutingRequest request, Colleague person) {
        List<String> obstacles = new ArrayList<>();
        String excluded = request.exclusions().get(person.member());
        if (excluded != null) {
            obstacles.add(excluded);
        }
        if (!person.available()) {
            obstacles.add("absent");
        }
        if (outside(request.territory(), person.territories())) {
            obstacles.add("does not work in " + request.territory());
        }
        if (outside(request.product(), person.skills())) {
            obstacles.add("does not know " + request.product());
        }
        if (person.free() < rule.weight()) {
            obstacles.add("carries %d of %d".formatted(person.load(), person.capacity()));
        }
        return obstacles;
    }

    private static boolean outside(@Nullable String wanted, Set<String> covered) {
        return wanted != null && !covered.isEmpty() && !covered.contains(wanted);
    }

    private static List<Candidate> ranked(Rule rule, RoutingRequest request, List<Colleague> people) {
        return people.stream()
                .sorted(preference(request))
                .map(person -> candidate(rule, request, person))
                .sorted(Comparator.comparing(Candidate::eligible).reversed())
                .toList();
    }

    private static Comparator<Colleague> preference(RoutingRequest request) {
        return Comparator.comparing((Colleague person) -> !person.member().equals(request.requested()))
                .thenComparing(person -> !person.member().equals(request.earlier()))
                .thenComparingDouble(Colleague::share)
                .thenComparing(Colleague::member);
    }

    private static Candidate candidate(Rule rule, RoutingRequest request, Colleague person) {
        List<String> obstacles = obstacles(rule, request, person);
        return obstacles.isEmpty()
                ? new Candidate(person.member(), true, person.share(), List.of(merit(request, person)))
                : new Candidate(person.member(), false, null, obstacles);
    }

    private static String merit(RoutingRequest request, Colleague person) {
        if (person.member().equals(request.requested())) {
            return REQUESTED;
        }
        return person.member().equals(request.earlier()) ? HELD_IT_BEFORE : LEAST_LOAD;
    }

    private static Outcome outcome(Rule rule, List<Candidate> candidates) {
        if (!candidates.isEmpty() && candidates.getFirst().eligible()) {
            return new ToMember(candidates.getFirst().member());
        }
        return rule.whenNobody() == WhenNobody.STEWARD
                ? new ToSteward(Objects.requireNonNull(rule.steward()))
                : new ToQueue(candidates.isEmpty() ? "nobody has this role" : "nobody is eligible");
    }

    private static @Nullable String chosen(Outcome outcome) {
        return switch (outcome) {
            case ToMember(String member) -> member;
            case ToSteward(String member) -> member;
            case ToQueue queue -> null;
        };
    }

    private static @Nullable Request wish(RoutingRequest request, List<Candidate> candidates, Outcome outcome) {
        String wished = request.requested();
        if (wished == null) {
            return null;
        }
        return outcome.equals(new ToMember(wished))
                ? new Request(wished, true, null)
                : new Request(wished, false, obstacle(wished, candidates));
    }

    private static String obstacle(String wished, List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.member().equals(wished))
                .findFirst()
                .map(candidate -> String.join(", ", candidate.reasons()))
                .orElse("does not have this role");
    }
}
