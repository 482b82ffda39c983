package dev.baton.roles.routing;

import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.roles.businesstime.BusinessCalendar;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A policy as clients write it, before it has a name and a version.
///
/// @param calendar the team's working time; Monday to Friday, nine to five, UTC when it is left out
public record GivenPolicy(
        Map<Role, GivenRule> roles, @Nullable BusinessCalendar calendar) {
    public Map<Role, Rule> complete() {
        Map<Role, Rule> complete = new EnumMap<>(Role.class);
        roles.forEach((role, given) ->
                complete.put(role, Require.present("roles." + role, given).complete()));
        return complete;
    }

    public RoutingPolicy named(String name, int version) {
        return new RoutingPolicy(name, version, complete(), calendar);
    }
}
