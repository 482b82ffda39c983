package dev.baton.roles.member;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/// What the present unit of work has given to people, and no row shows before its commit: whoever routes twice in one
/// unit of work must see what was taken the first time.
public final class Unwritten {
    private static final String KEY = Unwritten.class.getName();

    /// Later than any turn that a row shows.
    private static final long AFTER_ALL_ROWS = Long.MAX_VALUE / 2;

    private final Map<Holder, Integer> loads = new HashMap<>();
    private final Map<Holder, Long> turns = new HashMap<>();
    private final Map<Holder, List<Instant>> taken = new HashMap<>();

    private Unwritten() {}

    static void load(Holder person, int weight) {
        if (weight != 0) {
            current().loads.merge(person, weight, Integer::sum);
        }
    }

    /// Routing gave the person a place.
    static void taking(Holder person, Instant at) {
        Unwritten now = current();
        now.turns.put(person, AFTER_ALL_ROWS + now.count());
        now.taken.computeIfAbsent(person, key -> new ArrayList<>()).add(at);
    }

    private long count() {
        return taken.values().stream().mapToLong(List::size).sum();
    }

    /// Whom it has given anything, in that role.
    public static Set<String> peopleIn(Role role) {
        return CurrentUnitOfWork.isStarted() ? current().in(role) : Set.of();
    }

    private Set<String> in(Role role) {
        return Stream.of(loads.keySet(), turns.keySet(), taken.keySet())
                .flatMap(Set::stream)
                .filter(person -> person.role() == role)
                .map(Holder::member)
                .collect(Collectors.toSet());
    }

    public static int loadOf(Holder person) {
        return CurrentUnitOfWork.isStarted() ? current().loads.getOrDefault(person, 0) : 0;
    }

    /// 0 when it is what the row shows.
    public static long turnOf(Holder person) {
        return CurrentUnitOfWork.isStarted() ? current().turns.getOrDefault(person, 0L) : 0;
    }

    public static List<Instant> takenBy(Holder person) {
        return CurrentUnitOfWork.isStarted() ? current().taken.getOrDefault(person, List.of()) : List.of();
    }

    private static Unwritten current() {
        return CurrentUnitOfWork.get().root().getOrComputeResource(KEY, key -> new Unwritten());
    }
}
