package dev.baton.roles.directory;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.routing.Colleague;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The people of all roles as they were at one position of the log.
///
/// @param people who have not departed
/// @param everybody who has ever joined
record Roster(Map<Role, List<Colleague>> people, Set<Holder> everybody, long asOf) {
    Roster {
        Map<Role, List<Colleague>> fixed = new EnumMap<>(Role.class);
        people.forEach((role, there) -> fixed.put(role, List.copyOf(there)));
        people = Collections.unmodifiableMap(fixed);
        everybody = Set.copyOf(everybody);
    }

    /// @param there what there is to know of them; absent when they have departed
    record Change(Holder who, @Nullable Colleague there) {}

    List<Colleague> in(Role role) {
        return people.getOrDefault(role, List.of());
    }

    boolean knows(Holder holder) {
        return everybody.contains(holder);
    }

    /// The same people after what has changed up to a later position; absent when somebody has come.
    @Nullable
    Roster after(List<Change> changes, long position) {
        Map<Role, List<Colleague>> now = new EnumMap<>(Role.class);
        now.putAll(people);
        for (Map.Entry<Role, Map<String, Change>> of : byRole(changes).entrySet()) {
            List<Colleague> next = changed(in(of.getKey()), of.getValue());
            if (next == null) {
                return null;
            }
            now.put(of.getKey(), next);
        }
        return new Roster(now, everybody, position);
    }

    private static Map<Role, Map<String, Change>> byRole(List<Change> changes) {
        Map<Role, Map<String, Change>> byRole = new EnumMap<>(Role.class);
        changes.forEach(change -> byRole.computeIfAbsent(change.who().role(), role -> new HashMap<>())
                .put(change.who().member(), change));
        return byRole;
    }

    private static @Nullable List<Colleague> changed(List<Colleague> before, Map<String, Change> changes) {
        Map<String, Change> left = new HashMap<>(changes);
        List<Colleague> now = new ArrayList<>(before.size());
        for (Colleague person : before) {
            Change change = left.remove(person.member());
            Colleague there = change == null ? person : change.there();
            if (there != null) {
                now.add(there);
            }
        }
        boolean came = left.values().stream().anyMatch(change -> change.there() != null);
        return came ? null : now;
    }
}
