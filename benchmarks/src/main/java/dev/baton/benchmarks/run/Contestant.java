package dev.baton.benchmarks.run;

import dev.baton.benchmarks.check.Layout;
import java.util.List;

/// Who takes part.
///
/// @param name what its worker calls it, and `--contenders` selects
/// @param room the module whose program it runs in
/// @param layout where what it appended lies; of no meaning for a replay
/// @param grounded whether it needs Kafka and an issuer
public record Contestant(String name, String title, String room, Layout layout, boolean grounded) {
    public static final String FLOOR = "floor";
    public static final String SINGLE = "single";
    public static final String BATON = "baton";
    public static final String HTTP = "http";
    public static final String AXON = "axon";
    public static final String AXON_TUNED = "axon-tuned";
    public static final String PEKKO = "pekko";

    public static final String COPY = "copy";
    public static final String REBUILD = "rebuild";
    public static final String REBUILD_ALL = "rebuild-all";
    public static final String AXON_PROCESSOR = "axon-processor";
    public static final String PEKKO_PROJECTION = "pekko-projection";

    private static final String PLAIN_ROOM = "benchmarks";
    private static final String REBUILD_ROOM = "benchmarks/baton-rebuild";
    private static final String AXON_ROOM = "benchmarks/axon";
    private static final String PEKKO_ROOM = "benchmarks/pekko";

    public static final List<Contestant> APPENDING = List.of(
            alone(FLOOR, "plain JDBC, group commit (the floor)", PLAIN_ROOM, Layout.BATON),
            alone(SINGLE, "plain JDBC, single transactions", PLAIN_ROOM, Layout.BATON),
            alone(BATON, "Baton in process", "benchmarks/baton-in-process", Layout.BATON),
            grounded(HTTP, "Baton over HTTP", PLAIN_ROOM, Layout.DEALS),
            alone(AXON, "Axon as it comes (JPA)", AXON_ROOM, Layout.AXON_JPA),
            alone(AXON_TUNED, "Axon tuned (JDBC engine, cache)", AXON_ROOM, Layout.AXON_JDBC),
            alone(PEKKO, "Apache Pekko persistence", PEKKO_ROOM, Layout.PEKKO));

    public static final List<Contestant> REPLAYING = List.of(
            alone(COPY, "cursor, parse and COPY (the limit)", REBUILD_ROOM, Layout.NONE),
            grounded(REBUILD, "Baton's rebuild of the same table", REBUILD_ROOM, Layout.NONE),
            grounded(REBUILD_ALL, "Baton's rebuild of every read model", REBUILD_ROOM, Layout.NONE),
            alone(AXON_PROCESSOR, "Axon as it comes, tracking processor", AXON_ROOM, Layout.NONE),
            alone(PEKKO_PROJECTION, "Pekko projection, groups of 500", PEKKO_ROOM, Layout.NONE));

    private static Contestant alone(String name, String title, String room, Layout layout) {
        return new Contestant(name, title, room, layout, false);
    }

    private static Contestant grounded(String name, String title, String room, Layout layout) {
        return new Contestant(name, title, room, layout, true);
    }
}
