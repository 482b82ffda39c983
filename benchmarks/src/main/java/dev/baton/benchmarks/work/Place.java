package dev.baton.benchmarks.work;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Where a contender works.
///
/// @param database JDBC URL of an empty database, with user
/// @param home the project's root
/// @param dealsAtOnce how many deals are on their way at the same time
/// @param ground data directory of the Kafka and the issuer that were started for the run, for a contender that
///     needs them
public record Place(
        String database,
        Path home,
        int dealsAtOnce,
        @Nullable Path ground) {
    public static final int USUAL_DEALS_AT_ONCE = 10_000;

    public Place(String database, Path home, int dealsAtOnce) {
        this(database, home, dealsAtOnce, null);
    }
}
