package dev.baton.roles.waiting;

import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingDecision.ToMember;
import dev.baton.roles.routing.RoutingDecision.ToQueue;
import dev.baton.roles.routing.RoutingDecision.ToSteward;
import dev.baton.roles.routing.RoutingDecisions;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Which waiting deals would find somebody now: those who wait longest first, and no more than there are places.
/// It asks routing itself, place by place; so a deal is only woken for a place that it may take.
public final class WakingDecisions {
    private final List<Colleague> people;
    private final Function<String, RoutingPolicy> policies;
    private final Set<Asked> inVain = new HashSet<>();

    /// @param people in the role that is looked at
    public WakingDecisions(List<Colleague> people, Function<String, RoutingPolicy> policies) {
        this.people = new ArrayList<>(people);
        this.policies = policies;
    }

    /// @param waiting of one role: those that were woken already, who keep their places, and then the longest waiting
    ///     first, behind those whom it was asked for before
    /// @return the deals to wake
    List<String> next(List<Waiting> waiting) {
        List<String> wake = new ArrayList<>();
        for (Waiting leg : waiting) {
            if (findsSomebody(leg) && !leg.woken()) {
                wake.add(leg.deal());
            }
        }
        return wake;
    }

    /// Whether there is somebody for it; whoever that is has so much less room for those who are asked for next.
    public boolean findsSomebody(Waiting leg) {
        Asked asked = Asked.of(leg, policies.apply(leg.pipeline()));
        boolean found = !inVain.contains(asked) && takesPlace(asked);
        if (!found) {
            inVain.add(asked);
        }
        return found;
    }

    /// Whether nobody has room for anything that takes room; a deal that takes none may still find somebody.
    boolean everybodyIsFull() {
        return people.stream().noneMatch(person -> person.available() && person.load() < person.capacity());
    }

    /// People only become fuller on the way: whatever was asked in vain is so again.
    private record Asked(RoutingPolicy policy, RoutingRequest request) {
        /// As the relay asks: for no more than the deal takes.
        static Asked of(Waiting leg, RoutingPolicy policy) {
            RoutingRequest request = leg.request();
            return new Asked(policy, request.taking(policy.of(request.role()).lesser(leg.asks())));
        }

        int weight() {
            return request.weight(policy.of(request.role()));
        }
    }

    private boolean takesPlace(Asked asked) {
        return switch (RoutingDecisions.decide(asked.policy(), asked.request(), people)
                .outcome()) {
            case ToMember(String member) -> {
                takes(member, asked);
                yield true;
            }
            case ToSteward _ -> true;
            case ToQueue _ -> false;
        };
    }

    private void takes(String member, Asked asked) {
        int weight = asked.weight();
        long next = people.stream().mapToLong(Colleague::turn).max().orElse(0) + 1;
        Instant now = asked.request().at();
        people.replaceAll(person -> person.member().equals(member) ? person.taking(weight, next, now) : person);
    }
}
