package dev.baton.axon.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Decides, per (source, subject): the successor is due, an older event is skipped, behind a hole one waits.
///
/// After an expired batch the topic may read 2, 1, 2. Skipping whatever is not newest would lose 1; so 2 waits,
/// 1 is applied and sets it free, and the second 2 is old.
final class SequenceGuard {
    private final Known known;
    private final Map<Subject, Long> moved = new HashMap<>();
    private final Map<Subject, TreeMap<Long, Arrival>> waiting = new HashMap<>();
    private final List<Arrival> due = new ArrayList<>();
    private final List<Arrival> held = new ArrayList<>();

    private SequenceGuard(Known known) {
        this.known = known;
        known.parked().forEach(this::hold);
    }

    static Sorted sort(List<Arrival> arrivals, Known known) {
        var guard = new SequenceGuard(known);
        List.copyOf(guard.waiting.keySet()).forEach(guard::release);
        arrivals.forEach(guard::take);
        return guard.sorted();
    }

    private void take(Arrival arrival) {
        long next = last(arrival.of()) + 1;
        if (arrival.sequence() == next) {
            apply(arrival);
            release(arrival.of());
        } else if (arrival.sequence() > next && hold(arrival)) {
            held.add(arrival);
        }
    }

    private void apply(Arrival arrival) {
        due.add(arrival);
        moved.put(arrival.of(), arrival.sequence());
    }

    private void release(Subject subject) {
        var behind = waiting.getOrDefault(subject, new TreeMap<>());
        for (var next = behind.remove(last(subject) + 1); next != null; next = behind.remove(last(subject) + 1)) {
            apply(next);
        }
    }

    private boolean hold(Arrival arrival) {
        return waiting.computeIfAbsent(arrival.of(), s -> new TreeMap<>()).putIfAbsent(arrival.sequence(), arrival)
                == null;
    }

    private long last(Subject subject) {
        return moved.getOrDefault(subject, known.last(subject));
    }

    private Sorted sorted() {
        var early = held.stream().filter(a -> a.sequence() > last(a.of())).toList();
        return new Sorted(due, early, moved);
    }
}
