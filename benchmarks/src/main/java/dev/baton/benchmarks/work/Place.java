package dev.baton.benchmarks.work;

import java.nio.file.Path;

/// Where a contender works.
///
/// @param database JDBC URL of an empty database, with user
/// @param home the project's root
/// @param dealsAtOnce how many deals are on their way at the same time
public record Place(String database, Path home, int dealsAtOnce) {
    public static final int USUAL_DEALS_AT_ONCE = 10_000;
}
