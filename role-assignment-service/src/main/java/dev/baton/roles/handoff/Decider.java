package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;

/// Who decides who takes a leg, when the search finds nobody.
///
/// @param manager by id
/// @param due when they should have
public record Decider(String manager, Instant due) {

    /// The manager whom the policy names, else the steward, or who does their work while they are
    /// not there; in the working time of where they work, from when they are asked.
    public static Decider of(Team team, RoutingPolicy policy, Role role, Instant asked) {
        String named = policy.of(role).steward();
        Holder manager = team.inChargeFor(named == null ? team.steward() : new Holder(Role.SALES_MANAGER, named));
        return new Decider(manager.member(), policy.decisionDue(role, team.territories(manager), asked));
    }
}
