package dev.baton.projections.replay;

import java.util.List;
import java.util.Map;

/// What a replay would do, before it does anything.
///
/// @param live the generation that goes on serving
/// @param builds the one that takes its place when its rows are the same
/// @param events to be read, by topic
/// @param estimatedSeconds at the rate of the last replay, or a cautious one where there was none
/// @param tables that are built again, with the rows that the live generation has now
/// @param drops generations that nobody needs any more
/// @param sends what goes to other systems: always nothing
public record ReplayPlan(
        String live,
        String builds,
        Map<String, Long> events,
        long total,
        long estimatedSeconds,
        Map<String, Long> tables,
        List<String> drops,
        String sends) {}
