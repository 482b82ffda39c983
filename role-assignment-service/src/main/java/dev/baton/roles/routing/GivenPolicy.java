package dev.baton.roles.routing;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.Role;
import dev.baton.roles.routing.RoutingPolicy.Rule;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A policy as clients write it, before it has a name and a version; or as they read it, with both.
///
/// @param name left out, or that under which it is written
/// @param version left out, or the one that was read and is to be replaced
/// @param roles a role that is left out is routed as usual
/// @param calendar the team's working time; Monday to Friday, nine to five, UTC when it is left out
/// @param calendars by territory, the working time of those who work there, where it differs
public record GivenPolicy(
        @Nullable String name,
        @Nullable Integer version,
        @Nullable Map<Role, GivenRule> roles,
        @Nullable GivenCalendar calendar,
        @Nullable Map<String, GivenCalendar> calendars) {

    /// @throws InvalidValue when something in it cannot be, naming where it stands
    public RoutingPolicy named(String as, int first) {
        return new RoutingPolicy(as, first, rules(), workingTime(), workingTimes());
    }

    private Map<Role, Rule> rules() {
        Map<Role, Rule> rules = new EnumMap<>(Role.class);
        if (roles != null) {
            roles.forEach((role, given) -> rules.put(role, within("roles." + role, given::complete)));
        }
        return rules;
    }

    private @Nullable BusinessCalendar workingTime() {
        return calendar == null ? null : within("calendar", calendar::complete);
    }

    private @Nullable Map<String, BusinessCalendar> workingTimes() {
        if (calendars == null) {
            return null;
        }
        Map<String, BusinessCalendar> times = new TreeMap<>();
        calendars.forEach((place, given) -> times.put(place, within("calendars." + place, given::complete)));
        return times;
    }

    static <T> T within(String path, Supplier<T> completing) {
        try {
            return completing.get();
        } catch (InvalidValue inside) {
            throw inside.within(path);
        }
    }
}
