package dev.baton.roles.routing;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A policy as clients write it, before it has a name and a version.
///
/// @param calendar the team's working time; Monday to Friday, nine to five, UTC when it is left out
/// @param calendars by territory, the working time of those who work there, where it differs
public record GivenPolicy(
        Map<Role, GivenRule> roles,
        @Nullable BusinessCalendar calendar,
        @Nullable Map<String, BusinessCalendar> calendars) {
    public Map<Role, Rule> complete() {
        Map<Role, Rule> complete = new EnumMap<>(Role.class);
        roles.forEach((role, given) ->
                complete.put(role, Require.present("roles." + role, given).complete()));
        return complete;
    }

    public RoutingPolicy named(String name, int version) {
        return new RoutingPolicy(name, version, complete(), calendar, calendars);
    }
}
