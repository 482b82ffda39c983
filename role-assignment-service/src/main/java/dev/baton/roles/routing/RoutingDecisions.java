package dev.baton.roles.routing;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.responsibility.AssignmentFact.AssignmentDecided;
import dev.baton.contract.responsibility.AssignmentFact.Candidate;
import dev.baton.contract.responsibility.AssignmentFact.Request;
import dev.baton.roles.routing.RoutingDecision.Outcome;
import dev.baton.roles.routing.RoutingDecision.ToMember;
import dev.baton.roles.routing.RoutingDecision.ToQueue;
import dev.baton.roles.routing.RoutingDecision.ToSteward;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingPolicy.WhenNobody;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Who takes a leg: of those who can, whoever the policy prefers; usually the one asked for, the
/// one who held it before, else whoever carries the smallest share of their capacity; the smaller
/// id when nothing tells two apart. The same policy over the same people gives the same answer.
public final class RoutingDecisions {
    static final String REQUESTED = "requested";
    static final String HELD_IT_BEFORE = "held it before";
    static final String ACCOUNT_OWNER = "knows the customer";
    static final String LEAST_LOAD = "least load";
    static final String ROUND_ROBIN = "has waited the longest for a deal";

    /// The shortest work that there is: done at once by whoever is at work.
    private static final Duration MOMENT = Duration.ofNanos(1);

    private RoutingDecisions() {}

    public static RoutingDecision decide(RoutingPolicy policy, RoutingRequest request, List<Colleague> people) {
        Rule rule = policy.of(request.role());
        List<Candidate> candidates = ranked(policy, request, people);
        Outcome outcome = outcome(rule, candidates);
        AssignmentDecided decided = new AssignmentDecided(
                request.role(),
                policy.name(),
                policy.version(),
                candidates,
                chosen(outcome),
                wish(request, candidates, outcome),
                null,
                request.asked());
        return new RoutingDecision(decided, outcome);
    }

    /// Why somebody cannot take it now; empty when they can.
    public static List<String> obstacles(RoutingPolicy policy, RoutingRequest request, Colleague person) {
        Rule rule = policy.of(request.role());
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
        if (outside(request.language(), person.languages())) {
            obstacles.add("does not speak " + request.language());
        }
        int capacity = rule.spread().capacity(person, request.at());
        if (capacity - person.load() < request.weight(rule)) {
            obstacles.add("carries %d of %d".formatted(person.load(), capacity));
        }
        obstacles.addAll(notNow(policy, request, person));
        return obstacles;
    }

    /// What only time stands in the way of.
    private static List<String> notNow(RoutingPolicy policy, RoutingRequest request, Colleague person) {
        Distribution spread = policy.of(request.role()).spread();
        BusinessCalendar hours = policy.workingTime(person.territories());
        List<String> obstacles = new ArrayList<>();
        if (spread.onDuty()) {
            Instant atWork = hours.after(request.at(), MOMENT).minus(MOMENT);
            if (!atWork.equals(request.at())) {
                obstacles.add("not at work before " + atWork);
            }
        }
        Integer daily = spread.dailyIntake();
        if (daily != null) {
            LocalDate today = LocalDate.ofInstant(request.at(), hours.zone());
            long taken = person.taken().stream()
                    .filter(at -> LocalDate.ofInstant(at, hours.zone()).equals(today))
                    .count();
            if (taken >= daily) {
                obstacles.add("has taken %d of %d today".formatted(taken, daily));
            }
        }
        return obstacles;
    }

    private static boolean outside(@Nullable String wanted, Set<String> covered) {
        return wanted != null && !covered.isEmpty() && !covered.contains(wanted);
    }

    /// Somebody with their score, which every comparison asks for.
    private record Scored(Colleague person, double score) {
        String member() {
            return person.member();
        }

        long turn() {
            return person.turn();
        }
    }

    private static List<Candidate> ranked(RoutingPolicy policy, RoutingRequest request, List<Colleague> people) {
        Distribution spread = policy.of(request.role()).spread();
        return people.stream()
                .map(person -> new Scored(person, score(spread, request, person)))
                .sorted(preference(spread, request))
                .map(person -> candidate(policy, request, person))
                .sorted(Comparator.comparing(Candidate::eligible).reversed())
                .toList();
    }

    private static Comparator<Scored> preference(Distribution spread, RoutingRequest request) {
        Comparator<Scored> undecided = (one, other) -> 0;
        return spread.order().stream()
                .map(by -> preference(by, request))
                .reduce(undecided, Comparator::thenComparing)
                .thenComparing(Scored::member);
    }

    private static Comparator<Scored> preference(Preference by, RoutingRequest request) {
        return switch (by) {
            case REQUESTED -> Comparator.comparing(person -> !person.member().equals(request.requested()));
            case EARLIER_HOLDER ->
                Comparator.comparing(person -> !person.member().equals(request.earlier()));
            case ACCOUNT_OWNER ->
                Comparator.comparing(person -> !person.member().equals(request.owner()));
            case LEAST_LOAD -> Comparator.comparingDouble(Scored::score);
            case ROUND_ROBIN -> Comparator.comparingLong(Scored::turn);
        };
    }

    /// The share of their capacity that somebody carries, of those who are to carry more a smaller one.
    private static double score(Distribution spread, RoutingRequest request, Colleague person) {
        int capacity = spread.capacity(person, request.at());
        double share = capacity == 0 ? 1 : (double) person.load() / capacity;
        int weight = spread.share(person.member());
        return weight == 100 ? share : share * 100 / weight;
    }

    private static Candidate candidate(RoutingPolicy policy, RoutingRequest request, Scored scored) {
        Colleague person = scored.person();
        Distribution spread = policy.of(request.role()).spread();
        List<String> obstacles = obstacles(policy, request, person);
        return obstacles.isEmpty()
                ? new Candidate(person.member(), true, scored.score(), List.of(merit(spread, request, person)))
                : new Candidate(person.member(), false, null, obstacles);
    }

    /// The first preference that speaks for this person and not for everybody.
    private static String merit(Distribution spread, RoutingRequest request, Colleague person) {
        for (Preference by : spread.order()) {
            String merit = switch (by) {
                case REQUESTED -> person.member().equals(request.requested()) ? REQUESTED : null;
                case EARLIER_HOLDER -> person.member().equals(request.earlier()) ? HELD_IT_BEFORE : null;
                case ACCOUNT_OWNER -> person.member().equals(request.owner()) ? ACCOUNT_OWNER : null;
                case LEAST_LOAD -> LEAST_LOAD;
                case ROUND_ROBIN -> ROUND_ROBIN;
            };
            if (merit != null) {
                return merit;
            }
        }
        return "can take it";
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
