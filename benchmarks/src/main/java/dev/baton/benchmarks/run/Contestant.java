package dev.baton.benchmarks.run;

import dev.baton.benchmarks.check.Layout;
import java.util.List;

/// Who takes part.
///
/// @param name what its worker calls it, and `--contenders` selects
/// @param room the module whose program it runs in
public record Contestant(String name, String title, String room, Layout layout) {
    public static final String FLOOR = "floor";
    public static final String SINGLE = "single";
    public static final String BATON = "baton";
    public static final String AXON = "axon";
    public static final String AXON_TUNED = "axon-tuned";
    public static final String PEKKO = "pekko";

    public static final List<Contestant> APPENDING = List.of(
            new Contestant(FLOOR, "plain JDBC, group commit (the floor)", "benchmarks", Layout.BATON),
            new Contestant(SINGLE, "plain JDBC, single transactions", "benchmarks", Layout.BATON),
            new Contestant(BATON, "Baton in process", "benchmarks/baton-in-process", Layout.BATON),
            new Contestant(AXON, "Axon as it comes (JPA)", "benchmarks/axon", Layout.AXON_JPA),
            new Contestant(AXON_TUNED, "Axon tuned (JDBC engine, cache)", "benchmarks/axon", Layout.AXON_JDBC),
            new Contestant(PEKKO, "Apache Pekko persistence", "benchmarks/pekko", Layout.PEKKO));
}
