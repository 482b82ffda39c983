package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.responsibility.ResponsibilityCommand.EscalateDecision.Next;
import dev.baton.roles.routing.Colleague;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Who decides who takes a leg, when the search finds nobody.
///
/// @param manager by id
/// @param due when they should have
public record Decider(String manager, Instant due) {

    /// Who is asked when that manager has not decided in time: those above them, the nearest first,
    /// then the steward; whoever is not there is passed over.
    ///
    /// @param above to whom they report, and so on
    public static List<Next> after(List<String> above, Team team, RoutingPolicy policy, Role role, Instant asked) {
        List<Colleague> there = team.colleagues(Role.SALES_MANAGER).stream()
                .filter(Colleague::available)
                .toList();
        return Stream.concat(above.stream(), Stream.of(team.steward().member()))
                .distinct()
                .flatMap(member -> there.stream().filter(one -> one.member().equals(member)))
                .map(next -> new Next(next.member(), policy.decisionDue(role, next.territories(), asked)))
                .toList();
    }

    /// The manager whom the policy names, else the steward, or who does their work while they are
    /// not there; in the working time of where they work, from when they are asked.
    public static Decider of(Team team, RoutingPolicy policy, Role role, Instant asked) {
        String named = policy.of(role).steward();
        Holder manager = team.inChargeFor(named == null ? team.steward() : new Holder(Role.SALES_MANAGER, named));
        return new Decider(manager.member(), policy.decisionDue(role, team.territories(manager), asked));
    }
}
