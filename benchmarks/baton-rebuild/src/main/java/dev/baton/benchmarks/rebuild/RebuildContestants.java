package dev.baton.benchmarks.rebuild;

import dev.baton.benchmarks.work.Contestants;
import dev.baton.benchmarks.work.Worker;
import java.util.Arrays;
import java.util.Map;

/// Baton twice, and the limit.
public final class RebuildContestants {
    static final Contestants ALL = new Contestants(
            Map.of(),
            Map.of(
                    "copy", CursorParseCopy::new,
                    "rebuild", place -> new Rebuild(place, ReadModels.STORY),
                    "rebuild-all", place -> new Rebuild(place, ReadModels.ALL)));

    private RebuildContestants() {}

    public static void main(String[] arguments) throws Exception {
        Worker.run(ALL, Arrays.copyOfRange(arguments, 1, arguments.length));
    }
}
