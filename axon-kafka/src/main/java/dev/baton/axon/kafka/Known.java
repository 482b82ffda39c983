package dev.baton.axon.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// What the tables say about the subjects of a batch.
///
/// @param lasts the last applied sequence; absent when none has been
/// @param parked events that wait, as far as this batch may set them free
/// @param waiting subjects with rows among the parked or the dead letters
record Known(Map<Subject, Long> lasts, List<Arrival> parked, Set<Subject> waiting) {
    static final long NONE = -1;

    Known with(List<Arrival> parkedEvents) {
        return new Known(lasts, parkedEvents, waiting);
    }

    long last(Subject subject) {
        return lasts.getOrDefault(subject, NONE);
    }
}
