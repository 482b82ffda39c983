package dev.baton.benchmarks.run;

import java.nio.file.Path;
import java.util.List;

/// How a run is made.
///
/// @param home the project's root
/// @param scratch for the server's data and the workers' logs
/// @param rounds in each of which every contender has a turn per number of callers
/// @param seconds a turn lasts
/// @param warmSeconds every contender works at first, unmeasured, with the most callers
/// @param callers how many send at the same time, one turn for each number
/// @param dealsAtOnce how many deals are on their way
/// @param events in the log that is replayed
public record Settings(
        Path home,
        Path scratch,
        int rounds,
        double seconds,
        double warmSeconds,
        List<Integer> callers,
        int dealsAtOnce,
        long events,
        Thresholds thresholds) {

    public Settings {
        if (rounds < 1 || seconds <= 0 || callers.isEmpty() || callers.stream().anyMatch(number -> number < 1)) {
            throw new IllegalArgumentException("rounds, seconds and callers are numbers above 0");
        }
        callers = List.copyOf(callers);
    }

    int mostCallers() {
        return callers.stream().mapToInt(Integer::intValue).max().orElseThrow();
    }

    List<String> place(String database) {
        return List.of(database, home.toString(), Integer.toString(dealsAtOnce));
    }
}
