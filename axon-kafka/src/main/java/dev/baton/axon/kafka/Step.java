package dev.baton.axon.kafka;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/// What one transaction is to achieve.
///
/// @param from the stored offsets on which it builds; another's progress makes it void
/// @param to the offsets it leaves behind; equal to `from` when nothing new is read
/// @param release subjects of which waiting events go along, when this step makes them due
/// @param letters dead letters that are settled with it
record Step(
        Map<TopicPartition, Long> from,
        Map<TopicPartition, Long> to,
        List<Arrival> arrivals,
        List<Unreadable> unreadable,
        Set<Subject> release,
        List<Long> letters) {

    static Step of(Reading reading, Map<TopicPartition, Long> stored) {
        return reading(reading, stored, reading.subjects());
    }

    /// Alone, so that a failure can only be its own: what it sets free follows in a step of its own.
    static Step alone(Reading single, Map<TopicPartition, Long> stored) {
        return reading(single, stored, Set.of());
    }

    private static Step reading(Reading reading, Map<TopicPartition, Long> stored, Set<Subject> release) {
        var from = new HashMap<>(stored);
        from.keySet().retainAll(reading.next().keySet());
        return new Step(from, reading.next(), reading.arrivals(), reading.unreadable(), release, List.of());
    }

    static Step release(List<Arrival> free, Map<TopicPartition, Long> stored) {
        var partitions = free.stream().map(Arrival::partition).collect(Collectors.toSet());
        var subjects = free.stream().map(Arrival::of).collect(Collectors.toSet());
        return new Step(only(stored, partitions), Map.of(), List.of(), List.of(), subjects, List.of());
    }

    static Step waited(Arrival alone, Map<TopicPartition, Long> stored) {
        return new Step(
                only(stored, Set.of(alone.partition())), Map.of(), List.of(alone), List.of(), Set.of(), List.of());
    }

    static Step retry(long letter, Arrival alone, Map<TopicPartition, Long> stored) {
        return new Step(
                only(stored, Set.of(alone.partition())),
                Map.of(),
                List.of(alone),
                List.of(),
                Set.of(),
                List.of(letter));
    }

    Set<Subject> subjects() {
        var subjects = new HashSet<>(release);
        arrivals.forEach(arrival -> subjects.add(arrival.of()));
        return subjects;
    }

    /// Of which subjects the waiting events are worth loading: those whose hole this step may fill.
    Set<Subject> released(Known known) {
        var released = new HashSet<>(release);
        released.retainAll(known.waiting());
        if (!arrivals.isEmpty()) {
            released.retainAll(succeeding(known));
        }
        return released;
    }

    private Set<Subject> succeeding(Known known) {
        return arrivals.stream()
                .filter(arrival -> arrival.sequence() == known.last(arrival.of()) + 1)
                .map(Arrival::of)
                .collect(Collectors.toSet());
    }

    private static Map<TopicPartition, Long> only(Map<TopicPartition, Long> stored, Set<TopicPartition> partitions) {
        var some = new HashMap<>(stored);
        some.keySet().retainAll(partitions);
        return some;
    }
}
