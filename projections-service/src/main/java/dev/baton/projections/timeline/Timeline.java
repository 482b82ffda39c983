package dev.baton.projections.timeline;

import java.util.List;
import java.util.stream.Stream;

/// What was added to a deal's story; what has been told before never changes, and is not needed to go on.
public record Timeline(String deal, List<TimelineEntry> added) {

    static Timeline of(String deal) {
        return new Timeline(deal, List.of());
    }

    Timeline and(TimelineEntry entry) {
        return new Timeline(
                deal, Stream.concat(added.stream(), Stream.of(entry)).toList());
    }
}
