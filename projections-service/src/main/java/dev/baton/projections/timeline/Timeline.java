package dev.baton.projections.timeline;

import java.util.List;
import java.util.stream.Stream;

/// A deal's story: how long it was, and what has been told since.
///
/// @param length entries in all, with those added
public record Timeline(String deal, int length, List<TimelineEntry> added) {

    static Timeline of(String deal, int length) {
        return new Timeline(deal, length, List.of());
    }

    Timeline and(TimelineEntry entry) {
        return new Timeline(
                deal,
                entry.ordinal(),
                Stream.concat(added.stream(), Stream.of(entry)).toList());
    }
}
