package dev.baton.axon.postgres;

import dev.baton.contract.StreamId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where a batch of events joins the streams that are in the log.
final class StreamHeads {
    private StreamHeads() {}

    /// The events whose predecessor is not in the batch: in a batch without holes, one per stream.
    static List<NewEvent> of(Collection<NewEvent> events) {
        Map<StreamId, Long> last = new LinkedHashMap<>();
        return events.stream().filter(event -> joins(event, last)).toList();
    }

    private static boolean joins(NewEvent event, Map<StreamId, Long> last) {
        Long before = last.put(event.stream(), event.sequence());
        return before == null || before + 1 != event.sequence();
    }
}
