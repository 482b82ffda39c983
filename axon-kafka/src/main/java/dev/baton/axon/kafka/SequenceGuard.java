package dev.baton.axon.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Decides, per (source, subject): the successor is due, an older event is skipped, behind a hole one waits.
///
/// After an expired batch the topic may read 2, 1, 2. Skipping whatever is not newest would lose 1; so 2 waits,
/// 1 is applied and sets it free, and the second 2 is old.
final class SequenceGuard {
    private final Known known;
    private final Predicate<Arrival> applying;
    private final Map<Subject, Long> moved = new HashMap<>();
    private final Map<Subject, TreeMap<Long, Arrival>> waiting = new HashMap<>();
    private final List<Arrival> held = new ArrayList<>();

    /// @param applying is given what is due; when it says no, that subject goes no further
    SequenceGuard(Known known, Predicate<Arrival> applying) {
        this.known = known;
        this.applying = applying;
        known.parked().forEach(this::hold);
    }

    static Sorted sort(List<Arrival> arrivals, Known known) {
        var due = new ArrayList<Arrival>();
        var guard = new SequenceGuard(known, due::add);
        List.copyOf(guard.waiting.keySet()).forEach(guard::release);
        arrivals.forEach(guard::take);
        return guard.sorted(due);
    }

    void take(Arrival arrival) {
        Subject subject = arrival.of();
        long next = last(subject) + 1;
        if (arrival.sequence() == next) {
            if (apply(subject, arrival)) {
                release(subject);
            }
        } else if (arrival.sequence() > next && hold(arrival)) {
            held.add(arrival);
        }
    }

    /// The last applied of each subject that has moved.
    Map<Subject, Long> lasts() {
        return moved;
    }

    /// What waits behind a hole.
    List<Arrival> waiting() {
        return waiting.values().stream()
                .flatMap(behind -> behind.values().stream())
                .toList();
    }

    private boolean apply(Subject subject, Arrival arrival) {
        boolean applied = applying.test(arrival);
        if (applied) {
            moved.put(subject, arrival.sequence());
        }
        return applied;
    }

    private void release(Subject subject) {
        var behind = waiting.get(subject);
        while (behind != null) {
            var next = behind.remove(last(subject) + 1);
            if (next == null || !apply(subject, next)) {
                return;
            }
        }
    }

    private boolean hold(Arrival arrival) {
        return waiting.computeIfAbsent(arrival.of(), s -> new TreeMap<>()).putIfAbsent(arrival.sequence(), arrival)
                == null;
    }

    private long last(Subject subject) {
        Long here = moved.get(subject);
        return here == null ? known.last(subject) : here;
    }

    private Sorted sorted(List<Arrival> due) {
        var early = held.stream().filter(a -> a.sequence() > last(a.of())).toList();
        return new Sorted(due, early, moved);
    }
}
