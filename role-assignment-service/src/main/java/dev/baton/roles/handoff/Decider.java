package dev.baton.roles.handoff;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingPolicy;
import java.time.Instant;
import java.util.Objects;

/// Who decides who takes a leg, when the search finds nobody.
///
/// @param manager by id
/// @param due when they should have
public record Decider(String manager, Instant due) {

    /// The manager whom the policy names, else the steward; whoever stands in for them when they
    /// have left or are away. In the working time of where they work, from when they are asked.
    public static Decider of(Team team, RoutingPolicy policy, Role role, Instant asked) {
        String named = policy.of(role).steward();
        Holder meant = named == null ? team.steward() : new Holder(Role.SALES_MANAGER, named);
        Holder manager = team.here(meant) ? meant : Objects.requireNonNullElse(team.standIn(meant), meant);
        return new Decider(manager.member(), policy.decisionDue(role, team.territories(manager), asked));
    }
}
