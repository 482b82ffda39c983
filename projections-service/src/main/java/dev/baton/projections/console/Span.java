package dev.baton.projections.console;

import dev.baton.projections.story.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A holding as a bar on the deal's axis of time.
///
/// @param left where it begins, in per cent of the axis
/// @param width in per cent, at least so much that it can be seen
public record Span(Story.Held held, double left, double width) {
    private static final double VISIBLE = 1.5;

    /// The axis ends with the last fact, so that a deal of long ago is not squeezed by the time since.
    static List<Span> of(List<Story.Held> holdings) {
        if (holdings.isEmpty()) {
            return List.of();
        }
        Instant begin = holdings.getFirst().fromAt();
        Instant end = holdings.stream()
                .map(held -> held.toAt() == null ? held.fromAt() : held.toAt())
                .max(Instant::compareTo)
                .orElse(begin);
        boolean lasts = holdings.getLast().toAt() == null;
        double length = Math.max(1, seconds(begin, end) * (lasts ? 1.15 : 1.0));
        return holdings.stream().map(held -> span(held, begin, length)).toList();
    }

    private static Span span(Story.Held held, Instant begin, double length) {
        double left = Math.min(100 - VISIBLE, 100 * seconds(begin, held.fromAt()) / length);
        Instant to = held.toAt();
        double width = to == null ? 100 - left : 100 * seconds(held.fromAt(), to) / length;
        return new Span(held, left, Math.max(VISIBLE, Math.min(width, 100 - left)));
    }

    private static double seconds(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toSeconds());
    }
}
