package dev.baton.projections.replay;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A replay as ops see it.
///
/// @param generation the one that is built
/// @param replaces the one that was live when it began
/// @param done events read so far
/// @param total events to be read, as far as is known
/// @param percent 0 to 100; 100 exactly when the phase is DONE
/// @param secondsLeft of reading, at the present rate; absent when nothing is left to read
/// @param fence the offset of each partition up to which both generations were compared, by topic
/// @param certificate of the rebuilt generation; absent before the comparison
/// @param differing how many rows differ; absent before the comparison
/// @param differences the first of them, of each table
/// @param error why it failed, or why it is tried again
public record Replay(
        long id,
        String generation,
        String replaces,
        ReplayPhase phase,
        String requestedBy,
        boolean acceptDifferences,
        long done,
        long total,
        int percent,
        long eventsPerSecond,
        @Nullable Long secondsLeft,
        Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Map<String, Map<Integer, Long>> fence,
        @Nullable Certificate certificate,
        @Nullable Long differing,
        @Nullable List<Difference> differences,
        @Nullable String error) {}
