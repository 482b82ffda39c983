package dev.baton.axon.kafka;

import java.util.List;
import java.util.Map;

/// What becomes of a batch; what is in neither list has been applied before and is skipped.
///
/// @param due to be applied now, in this order
/// @param early behind a hole, to be parked
/// @param lasts the new last sequence of each subject that moves
record Sorted(List<Arrival> due, List<Arrival> early, Map<Subject, Long> lasts) {
    List<ReceivedEvent> received() {
        return due.stream().map(Arrival::received).toList();
    }
}
