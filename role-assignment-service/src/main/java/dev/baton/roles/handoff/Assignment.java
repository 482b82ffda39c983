package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingDecision;
import dev.baton.roles.routing.RoutingDecision.ToMember;
import dev.baton.roles.routing.RoutingDecision.ToQueue;
import dev.baton.roles.routing.RoutingDecision.ToSteward;
import dev.baton.roles.routing.RoutingDecisions;
import dev.baton.roles.routing.RoutingPolicy;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import dev.baton.roles.routing.RoutingRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds who takes the present leg: decide, reserve, offer; else the queue, the steward, or a manager's decision.
final class Assignment {
    static final String OVERTAKEN = "nobody could take it before the deal moved on";

    private final Team team;
    private final Responsibilities responsibilities;
    private final Places places;
    private final HandOver handOver;
    private final InstantSource clock;

    Assignment(Team team, InstantSource clock, Responsibilities responsibilities, Places places, HandOver handOver) {
        this.team = team;
        this.clock = clock;
        this.responsibilities = responsibilities;
        this.places = places;
        this.handOver = handOver;
    }

    /// Until somebody's place is ours: a place lost to another deal costs that candidate, not the hand-over.
    ///
    /// @throws Overtaken when somebody was faster
    HandOff assign(HandOff handOff, Instant at) {
        RoutingPolicy policy = team.policyFor(handOff.lead().pipeline());
        List<Colleague> colleagues = team.colleagues(handOff.course().leg().role(), policy, at);
        String owner =
                team.owner(handOff.lead().customer(), handOff.course().leg().role(), policy);
        Map<String, String> exclusions = saidNo(handOff);
        Rule rule = policy.of(handOff.course().leg().role());
        if (handOff.search().decliners().size() >= rule.patient().declines()) {
            return escalate(handOff, policy, handOff.search().decliners().size() + " have declined", at);
        }
        while (true) {
            RoutingDecision decision =
                    RoutingDecisions.decide(policy, request(handOff, owner, rule, exclusions, at), colleagues);
            responsibilities.record(handOff, decision.record().asOf(team.peopleAsOf()), at);
            switch (decision.outcome()) {
                case ToQueue(String reason) -> {
                    return handOff.search().missing().isEmpty()
                            ? queue(handOff, policy, reason, at)
                            : escalate(handOff, policy, "nobody answered", at);
                }
                case ToSteward(String steward) -> {
                    Holder there = team.inChargeFor(new Holder(Role.SALES_MANAGER, steward));
                    return toSteward(handOff, there, policy, at);
                }
                case ToMember(String member) -> {
                    Holder next = new Holder(handOff.course().leg().role(), member);
                    if (places.reserve(handOff, next, policy, at)) {
                        return handOver.offer(handOff, next, policy, at);
                    }
                    exclusions.put(member, RoutingRequest.PLACE_LOST);
                }
            }
        }
    }

    /// @throws Overtaken when somebody was faster
    HandOff passOver(HandOff handOff, String reason, Instant at) {
        responsibilities.passOver(handOff, reason, at);
        return handOff.walkedOn();
    }

    /// It may wait for as long as the policy says, from when Baton knew, in the working time of
    /// where the deal is.
    private HandOff queue(HandOff handOff, RoutingPolicy policy, String reason, Instant at) {
        if (handOff.turn().overtaken()) {
            return passOver(handOff, OVERTAKEN, at);
        }
        HandOff carried = handOver.carried(handOff, at);
        if (carried.course().rests()) {
            return carried;
        }
        String territory = handOff.lead().territory();
        List<String> there = territory == null ? List.of() : List.of(territory);
        responsibilities.queue(
                carried, reason, policy.waitDue(handOff.course().leg().role(), there, clock.instant()), at);
        return carried.searching(carried.search().waiting());
    }

    /// The manager decides by reassigning the deal; until then its holder carries on.
    private HandOff escalate(HandOff handOff, RoutingPolicy policy, String reason, Instant at) {
        if (handOff.turn().overtaken()) {
            return passOver(handOff, OVERTAKEN, at);
        }
        HandOff carried = handOver.carried(handOff, at);
        if (carried.course().rests()) {
            return carried;
        }
        Decider decider = Decider.of(team, policy, handOff.course().leg().role(), clock.instant());
        responsibilities.escalate(carried, decider, reason, team.peopleAsOf(), at);
        return carried.searching(carried.search().escalatedTo(decider.manager()));
    }

    private HandOff toSteward(HandOff handOff, Holder steward, RoutingPolicy policy, Instant at) {
        if (handOff.course().holderGone()) {
            return passOver(handOver.carried(handOff, at), "the manager who stands in keeps it", at);
        }
        if (handOff.holding().holder().equals(steward) || !team.knows(steward)) {
            return passOver(handOff, "nobody is eligible, and there is no other steward", at);
        }
        places.take(handOff, steward, "steward", at);
        return handOver.offer(handOff, steward, policy, at);
    }

    /// Whom the rows of the queue do not know to be excluded, it would wake this leg for again and again.
    private static Map<String, String> saidNo(HandOff handOff) {
        Map<String, String> exclusions = new HashMap<>();
        handOff.search().missing().forEach(member -> exclusions.put(member, RoutingRequest.DID_NOT_ANSWER));
        handOff.search().decliners().forEach(member -> exclusions.put(member, RoutingRequest.DECLINED));
        if (handOff.course().holderGone()
                && handOff.holding().holder().role() == handOff.course().leg().role()) {
            exclusions.put(handOff.holding().holder().member(), RoutingRequest.HANDS_IT_ON);
        }
        return exclusions;
    }

    private static RoutingRequest request(
            HandOff handOff, @Nullable String owner, Rule rule, Map<String, String> exclusions, Instant at) {
        Role role = handOff.course().leg().role();
        return new RoutingRequest(
                role,
                handOff.lead().territory(),
                handOff.lead().product(),
                handOff.lead().language(),
                handOff.wishes().get(role),
                handOff.earlier().get(role),
                owner,
                at,
                Map.copyOf(exclusions),
                rule.lesser(handOff.asks().demand()));
    }
}
