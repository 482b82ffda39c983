package dev.baton.roles.waiting;

import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingDecision.ToMember;
import dev.baton.roles.routing.RoutingDecision.ToQueue;
import dev.baton.roles.routing.RoutingDecision.ToSteward;
import dev.baton.roles.routing.RoutingDecisions;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Which waiting deals would find somebody now: those who wait longest first, and no more than there are places.
/// It asks routing itself, place by place; so a deal is only woken for a place that it may take.
public final class WakingDecisions {
    private WakingDecisions() {}

    /// @param waiting of one role, the longest waiting first
    /// @param people in that role
    /// @return the deals to wake
    public static List<String> toWake(
            List<Waiting> waiting, List<Colleague> people, Function<String, RoutingPolicy> policies) {
        List<Colleague> now = new ArrayList<>(people);
        List<String> wake = new ArrayList<>();
        wokenFirst(waiting).forEach(leg -> {
            if (takesPlace(leg, now, policies.apply(leg.pipeline())) && !leg.woken()) {
                wake.add(leg.deal());
            }
        });
        return wake;
    }

    private static List<Waiting> wokenFirst(List<Waiting> waiting) {
        List<Waiting> order =
                new ArrayList<>(waiting.stream().filter(Waiting::woken).toList());
        waiting.stream().filter(leg -> !leg.woken()).forEach(order::add);
        return order;
    }

    private static boolean takesPlace(Waiting leg, List<Colleague> people, RoutingPolicy policy) {
        return switch (RoutingDecisions.decide(policy, leg.request(), people).outcome()) {
            case ToMember(String member) -> {
                int weight = policy.of(leg.request().role()).weight();
                long next = people.stream().mapToLong(Colleague::turn).max().orElse(0) + 1;
                Instant now = leg.request().at();
                people.replaceAll(person -> person.member().equals(member) ? person.taking(weight, next, now) : person);
                yield true;
            }
            case ToSteward steward -> true;
            case ToQueue queue -> false;
        };
    }
}
